package textdoc

import "github.com/lofte/lofte/model"

func tableAt(ls []line) int { return 0 }

func cells(ls []line, table int) []model.Block { return nil }
