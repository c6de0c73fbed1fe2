"""Writes trollhattan-2023.pdf: two columns, bullets drawn as filled circles (ReportLab)."""
import sys
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, Paragraph, PageTemplate, Spacer, FrameBreak, KeepTogether, NextPageTemplate

BLUE = HexColor('#14375e')
body = ParagraphStyle('b', fontName='Helvetica', fontSize=9.5, leading=12.5, spaceAfter=5)
head = ParagraphStyle('h', fontName='Helvetica-Bold', fontSize=11.5, leading=14, textColor=BLUE, spaceBefore=6, spaceAfter=3)
title = ParagraphStyle('t', fontName='Helvetica-Bold', fontSize=20, leading=24, textColor=BLUE)

class Item(Paragraph):
    """A paragraph with a drawn dot, no glyph."""
    def __init__(self, text):
        Paragraph.__init__(self, text, ParagraphStyle('i', parent=body, leftIndent=11, spaceAfter=3))
    def draw(self):
        self.canv.setFillColor(BLUE)
        self.canv.circle(3, self.height - 7.5, 1.7, stroke=0, fill=1)
        Paragraph.draw(self)

def furniture(c, d):
    c.setFont('Helvetica', 7.5)
    c.drawString(20*mm, 287*mm, 'Trollhättans Stad   Polisen   AB Eidar')
    c.drawString(20*mm, 10*mm, 'Medborgarlöfte 2023–2024')
    c.drawRightString(190*mm, 10*mm, str(d.page))

d = BaseDocTemplate(sys.argv[1], pagesize=A4, title='Medborgarlöfte', invariant=1)
top = Frame(20*mm, 222*mm, 170*mm, 60*mm, 0, 0, 0, 0)
left = Frame(20*mm, 52*mm, 80*mm, 166*mm, 0, 0, 0, 0)
right = Frame(110*mm, 52*mm, 80*mm, 166*mm, 0, 0, 0, 0)
sl = Frame(20*mm, 18*mm, 55*mm, 30*mm, 0, 0, 0, 0)
sm = Frame(78*mm, 18*mm, 55*mm, 30*mm, 0, 0, 0, 0)
sr = Frame(136*mm, 18*mm, 55*mm, 30*mm, 0, 0, 0, 0)
d.addPageTemplates(PageTemplate('p', [top, left, right, sl, sm, sr], onPage=furniture))
H = lambda t: Paragraph(t, head)
B = lambda t: Paragraph(t, body)
s = [Paragraph('Medborgarlöfte Trollhättan 2023–2024', title), Spacer(1, 8),
 B('Lokalpolisområde Trollhättan, Trollhättans Stad och bostadsbolaget AB Eidar har enats om vad vi ska göra under två år för att fler ska våga vara ute. Tre problem står i centrum: öppen droghandel i Kronogården, otrygghet i Lextorp och fortkörning genom Sylte.'),
 B('I stadens trygghetsmätning svarade 2 315 personer. Var tredje kvinna i åldern 20–34 år undviker att gå ensam efter klockan 20. Arbetet vilar på samverkansöverenskommelsen 2020–2025.'), FrameBreak(),
 H('Polisen lovar att:'),
 Item('bemanna det mobila poliskontoret i Kronogården minst en eftermiddag i veckan'),
 Item('genomföra minst tio planlagda insatser mot droghandel per halvår'),
 Item('återkoppla till den som lämnat tips i trygghetsappen inom fem dygn'),
 Item('mäta farten på Lantmannavägen, i genomsnitt en gång i veckan, och redo-<br/>visa resultatet öppet.'),
 H('Trollhättans Stad lovar att:'),
 Item('flytta fritidsgården i Lextorp till större lokaler senast den 1 september 2023'),
 Item('tillsammans med Eidar belysa samtliga gångstråk mellan Kronogården och centrum'),
 Item('ha fältsekreterare ute varje helgkväll, så länge statsbidraget för tjänsterna finns kvar'),
 Item('bygga om korsningen vid Sylte centrum, klart 2024-10-31.'), FrameBreak(),
 H('Eidar lovar att:'),
 Item('byta till säkerhetsdörr i 120 lägenheter per år'),
 Item('låta husvärdar gå kvällsrond i källare och tvättstugor'),
 H('Tillsammans lovar vi att:'),
 Item('gå fyra trygghetsvandringar om året, två på våren och två på hösten'),
 Item('hjälpa boende som vill nattvandra med utbildning, jackor och lokal.'),
 H('Det vill vi uppnå'),
 B('Andelen som är otrygga i Lextorp ska sjunka tydligt fram till nästa mätning.'),
 H('Så följs löftet'),
 B('Den lokala samverkansgruppen följer arbetet månadsvis. I januari 2025 lämnar parterna en slutrapport till kommunstyrelsen.'),
 B('Trollhättan den 15 december 2022'), FrameBreak(),
 B('Monica Hagström<br/>Ordförande i kommunstyrelsen<br/>Trollhättans Stad'), FrameBreak(),
 B('Jens Alfredsson<br/>Lokalpolisområdeschef<br/>Polisen'), FrameBreak(),
 B('Eva Zetterlund<br/>Verkställande direktör<br/>AB Eidar')]
d.build(s)
