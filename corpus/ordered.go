package corpus

import (
	"context"
	"iter"
)

// lookAhead bounds how many results for each worker may wait for a slower one
// before them.
const lookAhead = 4

// ordered applies do to each input, at most jobs of them at a time, and yields
// the results in the order of the inputs. When the context ends, it yields the
// context's error and stops without waiting for the workers.
func ordered[In, Out any](ctx context.Context, inputs []In, jobs int, do func(context.Context, In) Out) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		work, stop := context.WithCancel(ctx)
		defer stop()
		pending := make(chan chan Out, jobs*lookAhead)
		go feed(work, inputs, jobs, do, pending)
		for result := range pending {
			out, err := await(ctx, result)
			if !yield(out, err) || err != nil {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			var none Out
			yield(none, err)
		}
	}
}

// feed starts a worker for each input, and puts down where its result will
// come. Result channels hold one value, so a worker whose result nobody awaits
// ends all the same.
func feed[In, Out any](ctx context.Context, inputs []In, jobs int, do func(context.Context, In) Out, pending chan<- chan Out) {
	defer close(pending)
	busy := make(chan struct{}, jobs)
	for _, in := range inputs {
		result := make(chan Out, 1)
		select {
		case pending <- result:
		case <-ctx.Done():
			return
		}
		select {
		case busy <- struct{}{}:
		case <-ctx.Done():
			return
		}
		go func() {
			defer func() { <-busy }()
			result <- do(ctx, in)
		}()
	}
}

// await gives the result, or the error of a context that has ended. What a
// worker made after the end is not to be trusted, and is dropped.
func await[Out any](ctx context.Context, result <-chan Out) (Out, error) {
	var none Out
	select {
	case out := <-result:
		if ctx.Err() == nil {
			return out, nil
		}
	case <-ctx.Done():
	}
	return none, ctx.Err()
}
