// Package isolate does work on documents in other processes, so that a
// document that hangs, crashes or starves the code that reads it costs nothing
// but itself.
//
// The processes are the program itself, started again in a way that makes it
// call [Serve] at once:
//
//	if len(os.Args) > 1 && os.Args[1] == "worker" {
//		isolate.Serve(os.Stdin, os.Stdout, handle)
//		return
//	}
//	pool, err := isolate.New(isolate.Options{Command: []string{os.Args[0], "worker"}})
//	// …
//	defer pool.Close()
//	answer, err := pool.Do(ctx, ask, data)
//
// Do sends a question and the bytes of one document to a process that has
// nothing else to do, starts one where there is none, and waits for the
// answer. The process serves the next document afterwards. What handle does is
// up to the program: to this package questions and answers are bytes.
//
// A process that exceeds its deadline or its memory is killed together with
// what it started, one that dies is buried; both are replaced when the next
// document comes. Do then returns a *model.ReadError with the code
// model.TimedOut, model.OutOfMemory or model.Crashed. Recovering from panics
// would not do: a stack overflow, memory that the runtime can't get, and a
// loop without end can't be recovered from.
//
// Memory is held down in three ways: the garbage collector works harder when
// the limit comes near, the system refuses more where it has RLIMIT_DATA
// (Linux), and the pool looks at the resident set where there is /proc.
// Elsewhere only the first and the deadline hold.
//
// Frames on the pipes are five bytes, kind and length in big-endian order,
// and the content. A pool sends settings once, then for each document its
// question and its bytes; a worker sends one answer or one error for each.
//
// The package is no sandbox: it guards against accidents and starvation, not
// against code that a document brings along and that a reader would execute.
package isolate
