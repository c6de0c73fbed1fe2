package isolate

import (
	"context"
	"sync"
)

// Pool keeps worker processes. Its methods may be called from several
// goroutines; there are as many workers as there were calls of Do at a time.
type Pool struct {
	opts   Options
	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	busy   sync.WaitGroup

	mu     sync.Mutex
	closed bool
	idle   []*worker // the one that was used last at the end
}

// New gives a pool with one worker, so that a command that can't be started
// shows at once. Others are started when they are needed.
func New(opts Options) (*Pool, error) {
	opts = opts.withDefaults()
	first, err := start(opts)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	return &Pool{opts: opts, ctx: ctx, cancel: cancel, idle: []*worker{first}}, nil
}

// Do has a worker answer a question on a document. The error is a
// *model.ReadError, that of the context, or says that no worker can be
// started.
func (p *Pool) Do(ctx context.Context, ask, data []byte) ([]byte, error) {
	if !p.enter() {
		return nil, context.Canceled
	}
	defer p.busy.Done()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(p.ctx, cancel)()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w, err := p.take()
	if err != nil {
		return nil, err
	}
	answer, err := w.answer(ctx, ask, data)
	p.giveBack(w)
	return answer, err
}

// enter counts a call of Do that Close has to wait for.
func (p *Pool) enter() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.busy.Add(1)
	}
	return !p.closed
}

// take gives a worker that is idle and alive, or a new one.
func (p *Pool) take() (*worker, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for n := len(p.idle); n > 0; n = len(p.idle) {
		w := p.idle[n-1]
		p.idle = p.idle[:n-1]
		if !w.gone() {
			return w, nil
		}
	}
	return start(p.opts)
}

// giveBack keeps a worker for the next document, unless it is dead or has
// become too big, which takes it some time.
func (p *Pool) giveBack(w *worker) {
	if w.gone() {
		return
	}
	if w.slow && float64(w.resident()) > retireShare*float64(p.opts.Memory) {
		w.stop()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, w)
}

// Close ends all workers, also those that are at work, and returns when none
// is left.
func (p *Pool) Close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.cancel()
	p.busy.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.idle {
		w.stop()
	}
	p.idle = nil
}
