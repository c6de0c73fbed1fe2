"""Tables with few lines or none, over two pages (ReportLab)."""
import sys
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

body = ParagraphStyle('b', fontName='Helvetica', fontSize=10, leading=13, spaceAfter=6)
cell = ParagraphStyle('c', parent=body, fontSize=9.5, leading=12, spaceAfter=0)
bold = ParagraphStyle('th', parent=cell, fontName='Helvetica-Bold')
head = ParagraphStyle('h', parent=body, fontName='Helvetica-Bold', fontSize=13, leading=17, spaceBefore=14)

ROWS = [('Nr', 'Åtgärd', 'Ansvarig', 'När'),
        ('1', 'Gå trygghetsvandringar i Almby och på Norrängen, minst två om året.', 'Polisen', 'Hela perioden'),
        ('2', 'Byta trasiga lampor längs skolvägarna inom en vecka från det att någon har anmält dem.', 'Kommunen', 'Löpande'),
        ('3', 'Måla om gångtunneln.', 'Fastighetsbolaget tillsammans med kommunen', 'Juni 2021'),
        ('4', 'Besöka alla klasser i årskurs 8 och berätta om droger.', 'Polisen', 'Höstterminen')]


def table(title, style, first=0, header=cell, times=1, widths=(10, 84, 40, 32), padding=5):
    rows = [[Paragraph(c, header if i == 0 else cell) for c in r[first:]] for i, r in enumerate(ROWS)]
    rows += [[Paragraph(c, cell) for c in r[first:]] for r in ROWS[1:]] * (times - 1)
    t = Table(rows, colWidths=[w * mm for w in widths[first:]])
    t.setStyle(TableStyle(style + [('VALIGN', (0, 0), (-1, -1), 'TOP'), ('TOPPADDING', (0, 0), (-1, -1), padding),
                                   ('BOTTOMPADDING', (0, 0), (-1, -1), padding)]))
    return [Paragraph(title, head), t]


grey = colors.HexColor('#e4e4ee')
story = table('Rader med luft', [('LINEBELOW', (0, 0), (-1, -1), .4, colors.grey), ('BACKGROUND', (0, 0), (-1, 0), grey)], header=bold, padding=11)
story += table('Varannan rad skuggad', [('BACKGROUND', (0, r), (-1, r), grey) for r in (2, 4)], header=bold)
story += table('Utan linjer', [], first=1)
story += table('Linjer kring rubriken', [('LINEABOVE', (0, 0), (-1, 0), 1, colors.black), ('LINEBELOW', (0, 0), (-1, 0), .5, colors.black),
                                         ('LINEBELOW', (0, -1), (-1, -1), 1, colors.black)], first=1, header=bold)
story += table('Utan linjer, över sidan', [], header=bold, times=6)
story += [Paragraph('Uppföljning', head), Paragraph('Åtgärderna följs upp i april varje år, och resultatet redovisas för kommunstyrelsen.', body)]
SimpleDocTemplate(sys.argv[1], pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, invariant=1).build(story)
