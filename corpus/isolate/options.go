package isolate

import "time"

// Limits that hold where Options name no other.
const (
	DefaultTimeout = 8 * time.Second
	DefaultMemory  = 448 << 20
)

// Options say how workers are started, and what one document may cost.
type Options struct {
	// Command is the program, with its arguments, that calls Serve on its
	// standard input and output.
	Command []string
	Timeout time.Duration // for one document; 0 means DefaultTimeout
	Memory  int64         // bytes that a worker may have resident; 0 means DefaultMemory
}

func (o Options) withDefaults() Options {
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Memory <= 0 {
		o.Memory = DefaultMemory
	}
	return o
}

// settings are what a worker has to know of Options, as they go over the pipe.
type settings struct {
	Timeout time.Duration
	Memory  int64
}

const (
	// graceShare of its time after the deadline a worker may still answer that
	// it missed it, before it is killed.
	graceShare = 0.125
	// patience is how long after its deadline a worker ends itself, since who
	// should have killed it must be dead.
	patience = 10 * time.Second
	// maxAnswer is the size of the largest answer.
	maxAnswer = 64 << 20
	// maxStack is the size of the largest stack in a worker, far above what
	// readers with limits of nesting use. The runtime walks all of a stack that
	// has overflown, so that a large one takes seconds to die.
	maxStack = 16 << 20
	// gcPercent is how much garbage a worker may gather, in per cent of what
	// lives. Its memory is bounded elsewhere, so it need not be thrifty.
	gcPercent = 800
	// maxProcs is how many threads of a worker may run at a time: one reads, one
	// collects garbage. The workers are what runs in parallel.
	maxProcs = 2
	// softShare of the memory of a worker is where the collector begins to
	// work harder.
	softShare = 0.75
	// codeShare is memory that the program takes before it has read anything.
	codeShare = 32 << 20
	// watchInterval is the time between two looks at the resident set.
	watchInterval = 25 * time.Millisecond
	// retireShare is the part of its memory above which a worker that has
	// answered is replaced: the next document shall find all of it free.
	retireShare = 0.5
)
