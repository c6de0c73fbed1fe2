// Package pdfmend gets at PDF files and scanned pages that the reader of text
// layers alone can't read: it decrypts and repairs, takes out the images of
// pages, renders pages, and asks poppler for positioned text.
//
//	plain, err := pdfmend.Rewrite(ctx, data, pdfmend.Options{}) // decrypted, sound structure
//	images := pdfmend.Images(ctx, data, []int{1, 2}, pdfmend.Options{})
//	pages, err := pdfmend.Text(ctx, data, pdfmend.Options{})
//
// Rewriting and images are the work of pdfcpu, in this process; [Qpdf], [Text]
// and [Render] lean on qpdf and poppler, which the machine may not have. None of
// them decides whether what it gives is any good: that is the caller's to judge.
//
// pdfcpu is told never to touch the user's folder of settings. It does not look
// at contexts, so that a call is left alone when its time is over; who can't
// afford that reads in a process that may die.
package pdfmend
