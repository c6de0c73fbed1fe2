#!/bin/sh
# Makes the PDFs of this folder from source/: chromium, soffice, pdflatex, reportlab.
set -e
cd "$(dirname "$0")"
tmp=$(mktemp -d)
for f in source/*.html; do
  n=$(basename "$f" .html)
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --user-data-dir="$tmp/c" --no-pdf-header-footer --print-to-pdf="$PWD/chromium-$n.pdf" "file://$PWD/$f"
done
for f in source/*.fodt; do
  soffice -env:UserInstallation="file://$tmp/lo" --headless --convert-to pdf --outdir "$tmp" "$f"
  mv "$tmp/$(basename "$f" .fodt).pdf" "libreoffice-$(basename "$f" .fodt).pdf"
done
for f in source/*.tex; do
  pdflatex -interaction=batchmode -output-directory="$tmp" "$f"
  mv "$tmp/$(basename "$f" .tex).pdf" "latex-$(basename "$f" .tex).pdf"
done
for f in source/*.py; do
  /usr/bin/python3 "$f" "reportlab-$(basename "$f" .py).pdf"
done
rm -rf "$tmp"
