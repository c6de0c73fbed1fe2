#!/usr/bin/python3
"""Drawn word by word: the right column before the left, Symbol and Wingdings-like bullets, forms, Tz and Tc."""
import sys
from reportlab.pdfgen import canvas
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab import rl_config
rl_config.invariant = 1
c = canvas.Canvas(sys.argv[1], pagesize=(595, 842))
def wrap(text, font, size, width):
    lines, line = [], ''
    for w in text.split():
        t = (line + ' ' + w).strip()
        if stringWidth(t, font, size) > width and line: lines.append(line); line = w
        else: line = t
    return lines + [line]
def para(x, y, width, text, font='Times-Roman', size=10.5, lead=13, bullet=None, hang=14):
    ls = wrap(text, font, size, width - (hang if bullet else 0))
    for i, l in enumerate(ls):
        if bullet and i == 0:
            c.setFont(bullet[0], size); c.drawString(x, y, bullet[1])
        c.setFont(font, size)
        for k, w in reversed(list(enumerate(l.split(' ')))):   # words of a line from right to left
            c.drawString(x + (hang if bullet else 0) + stringWidth(' '.join(l.split(' ')[:k]) + (' ' if k else ''), font, size), y, w)
        y -= lead
    return y
SYM = ('Symbol', '\u2022')
def column(x, y, parts):
    for kind, text in parts:
        if kind == 'h': y -= 8; c.setFont('Helvetica-Bold', 13); c.drawString(x, y, text); y -= 17
        elif kind == 'p': y = para(x, y, 230, text) - 5
        else: y = para(x, y, 230, text, bullet=SYM) - 3
    return y
c.beginForm('huvud'); c.setFont('Helvetica-Bold', 20); c.drawString(0, 0, 'Medborgarlöfte Vintersjö 2022'); c.endForm()
column(315, 700, [
 ('h', 'Trygg hemma'), ('p', 'Polisen ska:'),
 ('i', 'ringa upp alla som har haft inbrott och erbjuda ett besök av en brottsförebyggare'),
 ('i', 'hålla kurser i grannsamverkan i tre byar'),
 ('i', 'tillsammans med hemvärnet söka av fritidshusområdena i november'),
 ('h', 'Uppföljning'), ('p', 'Löftet följs upp varje halvår av Vintersjö trygghetsråd, där polisen, kommunen och fem föreningar ingår.')])
column(50, 700, [
 ('h', 'Vad ni berättade'), ('p', 'Under 2021 svarade 275 personer på vår enkät. Många är rädda för inbrott, och för att gå genom bruksparken när det är mörkt.'),
 ('h', 'Trygg ute'), ('p', 'Kommunen ska:'),
 ('i', 'hugga ner träd och buskar i bruksparken så att man ser från den ena vägen till den andra'),
 ('i', 'sätta upp tio nya lyktstolpar före den 1 oktober 2022'),
 ('i', 'anordna nattvandring för vuxna under valborg och skolavslutning, om minst åtta vuxna ställer upp'),
 ('p', 'Polisen ska gå genom parken varje fredag när mörkret har fallit, och oftare vid behov.')])
c.saveState(); c.translate(50, 760); c.doForm('huvud'); c.restoreState()
t = c.beginText(50, 735); t.setFont('Helvetica', 11); t.setHorizScale(92); t.setCharSpace(0.4); t.textOut('Polisen och Vintersjö kommun lovar detta för tiden 1 februari 2022 till 31 januari 2023.'); c.drawText(t)
c.setFont('Helvetica', 8); c.saveState(); c.translate(580, 300); c.rotate(90); c.drawString(0, 0, 'Tryck: Vintersjö kommun 2022'); c.restoreState()
c.setFont('Times-Roman', 10.5)
for x, ls in ((330, ['Agnes Torvald', 'Lokalpolisområdeschef']), (50, ['Nils Åkerblom', 'Kommunchef', 'Vintersjö kommun'])):
    y = 330
    for l in ls: c.drawString(x, y, l); y -= 13
c.save()
