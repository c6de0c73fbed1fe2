"""Writes skovde-2019.pdf: one long table over two pages, embedded TrueType, drawn squares (ReportLab)."""
import sys
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.colors import HexColor, black
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import SimpleDocTemplate, Paragraph, Spacer, Table, TableStyle

D = '/usr/share/fonts/truetype/liberation/'
pdfmetrics.registerFont(TTFont('L', D + 'LiberationSans-Regular.ttf'))
pdfmetrics.registerFont(TTFont('LB', D + 'LiberationSans-Bold.ttf'))
body = ParagraphStyle('b', fontName='L', fontSize=10, leading=13.5, spaceAfter=6)
cell = ParagraphStyle('c', fontName='L', fontSize=9.5, leading=12)
th = ParagraphStyle('th', fontName='LB', fontSize=9.5, leading=12)
head = ParagraphStyle('h', fontName='LB', fontSize=13, leading=17, spaceBefore=10, spaceAfter=4)
title = ParagraphStyle('t', fontName='LB', fontSize=18, leading=23, spaceAfter=10)

class Item(Paragraph):
    """A paragraph with a drawn square, no glyph."""
    def __init__(self, text):
        Paragraph.__init__(self, text, ParagraphStyle('i', parent=body, leftIndent=14, spaceAfter=2))
    def draw(self):
        self.canv.setFillColor(black)
        self.canv.rect(3, self.height - 10, 4, 4, stroke=0, fill=1)
        Paragraph.draw(self)

def furniture(c, d):
    c.setFont('L', 8)
    c.drawString(22*mm, 285*mm, 'Skövde kommun')
    c.drawRightString(188*mm, 285*mm, 'Polismyndigheten, region Väst')
    c.drawString(22*mm, 11*mm, 'Diarienummer KS2019.0144')
    c.drawRightString(188*mm, 11*mm, 'Sid %d' % d.page)

P = lambda t: Paragraph(t, cell)
rows = [[Paragraph(x, th) for x in ('Nr', 'Aktivitet', 'Ansvarig', 'Klart')]]
for i, (a, b, c) in enumerate([
 ('Fotpatrullera på Hertig Johans torg och i Boulognerskogen minst fem gånger i veckan.', 'Polisen', 'Hela perioden'),
 ('Utöka öppettiderna på Ungdomens hus och bemanna huset med utbildade ledare.', 'Kommunen', '2019-09-01'),
 ('Hålla två föräldramöten per läsår om droger på nätet.', 'Kommunen tillsammans med polisen', 'Hela perioden'),
 ('Genomföra riktade insatser mot narkotikaförsäljning i Ryd, minst en per kvartal.', 'Polisen', 'Hela perioden'),
 ('Besiktiga samtliga cykelgarage vid resecentrum och laga det som är trasigt.', 'Kommunen', 'Oktober 2019'),
 ('Märka cyklar gratis vid åtta tillfällen.', 'Polisen', 'Våren och hösten'),
 ('Erbjuda handlare i centrum utbildning i hur de förebygger stölder och hot.', 'Polisen, Näringslivsforum', 'Senast 30 april 2020'),
 ('Ta fram ett gemensamt informationsblad om bedrägerier på sex språk.', 'Polisen och kommunen', 'December 2019'),
 ('Begränsa biltrafiken på Södra Trängallén nattetid.', 'Kommunen', 'Senast 1 juni 2020'),
 ('Låta fältgruppen vara ute alla storhelger och skolavslutningar.', 'Kommunen', 'Hela perioden'),
 ('Gå fyra trygghetsvandringar i bostadsområden som invånarna har valt.', 'Kommunen, Skövdebostäder', '2020-10-31'),
 ('Byta till ljusstarkare lampor på samtliga gårdar i Ryd.', 'Skövdebostäder', 'Februari 2021'),
 ('Hålla uppsikt över garage och källare dygnet runt genom bevakningsbolag.', 'Skövdebostäder', 'Hela perioden')], 1):
    rows.append([P(str(i)), P(a), P(b), P(c)])
t = Table(rows, colWidths=[11*mm, 85*mm, 38*mm, 32*mm], repeatRows=1)
t.setStyle(TableStyle([('LINEBELOW', (0, 0), (-1, -1), .4, HexColor('#888888')), ('BACKGROUND', (0, 0), (-1, 0), HexColor('#e8e8e8')),
  ('VALIGN', (0, 0), (-1, -1), 'TOP'), ('TOPPADDING', (0, 0), (-1, -1), 10), ('BOTTOMPADDING', (0, 0), (-1, -1), 10)]))
sig = Table([[P('Skövde den 29 april 2019'), P('Skövde den 29 april 2019')], [Spacer(1, 34), Spacer(1, 34)],
  [P('Katarina Ljungdahl'), P('Anders Wretman')], [P('Kommunstyrelsens ordförande'), P('Lokalpolisområdeschef')], [P('Skövde kommun'), P('Lokalpolisområde Östra Skaraborg')]], colWidths=[83*mm, 83*mm])
B = lambda t: Paragraph(t, body)
SimpleDocTemplate(sys.argv[1], pagesize=A4, leftMargin=22*mm, rightMargin=22*mm, topMargin=24*mm, bottomMargin=24*mm, title='Medborgarlöfte', invariant=1).build([
 Paragraph('Medborgarlöfte för Skövde, maj 2019–april 2021', title),
 B('Löftet ges av Skövde kommun och lokalpolisområde Östra Skaraborg. Skövdebostäder och Näringslivsforum deltar med egna åtaganden.'),
 B('I undersökningen Tryggare Skövde 2018 var svarsfrekvensen 57 procent. 22 procent av de svarande undviker centrum efter klockan 21, och i Ryd har mer än var fjärde sett narkotika säljas öppet. Tre områden är prioriterade:'),
 Item('Otrygghet i centrum'), Item('Narkotika i Ryd'), Item('Stölder och bedrägerier'),
 Paragraph('Aktiviteter', head), t,
 Paragraph('Uppföljning', head),
 B('Samverkansgruppen följer upp aktiviteterna i april 2020 och i april 2021. Avvikelser rapporteras löpande till kommunstyrelsen.'),
 Spacer(1, 14), sig], onFirstPage=furniture, onLaterPages=furniture)
