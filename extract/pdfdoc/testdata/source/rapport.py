#!/usr/bin/python3
"""Platypus document: lists by ListFlowable, a table without lines, standard fonts."""
import sys
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet, ParagraphStyle
from reportlab.platypus import (BaseDocTemplate, Frame, PageTemplate, Paragraph, ListFlowable, ListItem,
                                Spacer, Table, TableStyle)
from reportlab import rl_config
rl_config.invariant = 1
S = getSampleStyleSheet()
body = ParagraphStyle('b', parent=S['BodyText'], fontName='Helvetica', fontSize=10, leading=13, alignment=4)
cell = ParagraphStyle('c', parent=body, alignment=0, spaceAfter=0, spaceBefore=0)
h1 = ParagraphStyle('h1', parent=S['Title'], alignment=0)
h2 = S['Heading2']
def foot(c, d):
    c.setFont('Helvetica', 8)
    c.drawString(60, 30, 'Medborgarlöfte 2021 | Ekshammars kommun')
    c.drawRightString(535, 30, 'Sid %d' % d.page)
doc = BaseDocTemplate(sys.argv[1], pagesize=A4, title='Medborgarlöfte 2021', leftMargin=60, rightMargin=60)
doc.addPageTemplates(PageTemplate(frames=[Frame(60, 60, 475, 730, leftPadding=0, rightPadding=0)], onPage=foot))
P = lambda t, s=body: Paragraph(t, s)
def lst(items, **k): return ListFlowable([ListItem(P(i), leftIndent=20) for i in items], leftIndent=20, **k)
T = lambda rows, st: Table([[P(c, cell) for c in r] for r in rows], colWidths=[270, 100, 105], style=TableStyle(st))
story = [
 P('Medborgarlöfte 2021', h1),
 P('Polisen i lokalpolisområde Sydöst och Ekshammars kommun har kommit överens om vad som ska göras under 2021 för att fler ska känna sig trygga. Överenskommelsen bygger på samtal med 300 invånare och på den lägesbild som parterna tog fram i oktober 2020.'),
 P('Droger bland unga', h2), P('Kommunen lovar att:'),
 lst(['ordna en föreläsning om cannabis för alla elever i årskurs 9 och deras föräldrar, helst under vårterminen',
      'ha fritidsgården öppen till midnatt på fredagar', 'låta skolsköterskorna fråga varje elev om alkohol och tobak vid hälsosamtalet i åttan'], bulletType='bullet', start='circle'),
 P('Polisen lovar att:'),
 lst(['genomföra insatser mot langning vid minst tio tillfällen', 'kontakta socialtjänsten inom ett dygn när den som är under 18 år misstänks för brott, så att stöd kan sättas in tidigt och familjen får veta vart den kan vända sig'], bulletType='bullet', bulletFontName='ZapfDingbats', start='square'),
 P('Trafiken', h2),
 lst(['Polisen mäter hastigheten på Kyrkvägen en gång i månaden.', 'Kommunen bygger två nya övergångsställen före skolstarten i augusti 2021 och sänker kantstenen vid de gamla, så att de går att passera med rullstol.', 'Polis och kommun delar ut reflexer tillsammans i november.'], bulletType='1', bulletFormat='%s.'),
 P('Vem gör vad', h2),
 T([['<b>Åtgärd</b>', '<b>Ansvarig</b>', '<b>Tid</b>'],
    ['Röja sly längs gångvägen mellan Åbrinken och Ekshammars skola.', 'Kommunen', 'Mars–april 2021'],
    ['Besöka samtliga förskolor och berätta hur man ringer 112.', 'Polisen och räddningstjänsten', 'Hela året'],
    ['Sätta upp belysning på grusplanen bakom ishallen, där det ofta samlas ungdomar på kvällarna.', 'Kommunen', 'Senast 2021-10-15'],
    ['Svara på medborgarförslag inom en månad.', 'Kommunen', 'Löpande']],
   [('VALIGN', (0, 0), (-1, -1), 'TOP'), ('LEFTPADDING', (0, 0), (-1, -1), 0), ('BOTTOMPADDING', (0, 0), (-1, -1), 8)]),
 P('Otrygga platser', h2),
 P('Kommunen lovar att:'),
 lst(['bygga om busshållplatsen vid torget, med väderskydd, belysning och en skylt som visar när nästa buss går',
  'städa i Hamnparken varje dag från maj till september',
  'låta en trygghetsvärd gå i centrum på fredags- och lördagskvällarna, och utvärdera försöket när det har pågått i sex månader',
  'dela ut en karta över säkra cykelvägar till alla hushåll före midsommar'], bulletType='bullet', start='•'),
 P('Polisen lovar att:'),
 lst(['gå i Hamnparken minst en gång per arbetspass när väder och larm medger det, och då tala med dem som vistas där',
  'informera handlarna om hur de skyddar sig mot snatterier och hot vid två möten under året',
  'berätta i sociala medier varje vecka vad områdespoliserna har arbetat med'], bulletType='bullet', start='•'),
 P('Uppföljning', h2),
 P('Resultatet redovisas för kommunstyrelsen i mars 2022 och läggs ut på kommunens och polisens webbplatser.'),
 Spacer(1, 30),
 Table([['Ekshammar den 4 december 2020', ''], ['', ''], ['Birger Nylund', 'Lovisa Kempe'], ['Kommunalråd', 'Polisområdeschef'], ['Ekshammars kommun', 'Polisområde Sydöst']], colWidths=[240, 235], hAlign='LEFT',
       style=TableStyle([('LEFTPADDING', (0, 0), (-1, -1), 0), ('FONTSIZE', (0, 0), (-1, -1), 10)])),
]
doc.build(story)
