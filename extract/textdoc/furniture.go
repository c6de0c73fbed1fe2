package textdoc

func dropFurniture(ls []line) []line { return ls }

func isFileName(s string) bool { return false }
