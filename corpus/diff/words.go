package diff

import "fmt"

// Language is a language that changes can be told in.
type Language string

// The languages, by their BCP 47 tags.
const (
	Swedish Language = "sv"
	English Language = "en"
)

// ParseLanguage reads a tag.
func ParseLanguage(tag string) (Language, error) {
	if l := Language(tag); l == Swedish || l == English {
		return l, nil
	}
	return "", fmt.Errorf("unknown language %q; it is sv or en", tag)
}

// phrase is how a kind of change is told: of one, of several, and as a label.
type phrase struct{ one, many, label string }

func (l Language) phrase(k Kind) phrase {
	if l == Swedish {
		return swedish(k)
	}
	return english(k)
}

func swedish(k Kind) phrase {
	switch k {
	case PromiseAdded:
		return phrase{"%d nytt löfte", "%d nya löften", "Nytt löfte"}
	case PromiseRemoved:
		return phrase{"%d löfte borttaget", "%d löften borttagna", "Löfte borttaget"}
	case PeriodChanged:
		return phrase{"%d period ändrad", "%d perioder ändrade", "Period ändrad"}
	case CommitmentAdded:
		return phrase{"%d åtagande tillagt", "%d åtaganden tillagda", "Åtagande tillagt"}
	case CommitmentReworded:
		return phrase{"%d åtagande omformulerat", "%d åtaganden omformulerade", "Åtagande omformulerat"}
	case CommitmentMoved:
		return phrase{"%d åtagande flyttat till annan part", "%d åtaganden flyttade till annan part", "Åtagande flyttat till annan part"}
	}
	return phrase{"%d åtagande borttaget", "%d åtaganden borttagna", "Åtagande borttaget"}
}

func english(k Kind) phrase {
	switch k {
	case PromiseAdded:
		return phrase{"%d new promise", "%d new promises", "New promise"}
	case PromiseRemoved:
		return phrase{"%d promise removed", "%d promises removed", "Promise removed"}
	case PeriodChanged:
		return phrase{"%d period changed", "%d periods changed", "Period changed"}
	case CommitmentAdded:
		return phrase{"%d commitment added", "%d commitments added", "Commitment added"}
	case CommitmentReworded:
		return phrase{"%d commitment reworded", "%d commitments reworded", "Commitment reworded"}
	case CommitmentMoved:
		return phrase{"%d commitment moved to another party", "%d commitments moved to another party", "Commitment moved to another party"}
	}
	return phrase{"%d commitment removed", "%d commitments removed", "Commitment removed"}
}

// terms are the other words that changes are told with.
type terms struct{ heading, none, unknown, replaces, documents string }

func (l Language) terms() terms {
	if l == Swedish {
		return terms{"Ändringar", "Inga ändringar.", "Okänd kommun", "efter %s", "%d dokument: %d nya, %d borta; ändrade i bytes %d, i text %d, i sak %d."}
	}
	return terms{"Changes", "No changes.", "Unknown municipality", "after %s", "%d documents: %d new, %d gone; changed in bytes %d, in text %d, in their records %d."}
}
