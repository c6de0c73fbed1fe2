package sources

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/invopop/jsonschema"

	"github.com/lofte/lofte/corpus/fetch/polite"
)

// File is what a sources file says.
type File struct {
	Version int              `json:"version" jsonschema:"enum=1"`
	Sources []Spec           `json:"sources" jsonschema:"minItems=1"`
	Hosts   map[string]Rules `json:"hosts,omitempty"`
}

// Spec is one source as it is written.
type Spec struct {
	Name         string    `json:"name" jsonschema:"minLength=1,description=unique name of the source"`
	Municipality string    `json:"municipality,omitempty" jsonschema:"pattern=^[0-9]{4}$,description=SCB code where all pages are of one municipality"`
	Start        []string  `json:"start,omitempty" jsonschema:"description=addresses that are asked for first"`
	Sitemaps     []string  `json:"sitemaps,omitempty" jsonschema:"description=addresses of sitemaps"`
	Hosts        []string  `json:"hosts,omitempty" jsonschema:"description=further hosts that may be fetched from"`
	Follow       []Follow  `json:"follow,omitempty" jsonschema:"description=a link is followed if one of these rules holds"`
	Lists        []List    `json:"lists,omitempty" jsonschema:"description=pages that list documents"`
	Documents    Documents `json:"documents,omitzero"`
	Depth        int       `json:"depth,omitempty" jsonschema:"minimum=0,description=links from a start page at most; 5 where not given"`
	MaxPages     int       `json:"max_pages,omitempty" jsonschema:"minimum=1,description=20000 where not given"`
	Every        Every     `json:"every,omitzero"`
}

// Follow is a rule for links; all that it says must hold.
type Follow struct {
	Selector string `json:"selector,omitempty" jsonschema:"description=CSS selector of the link's element"`
	URL      string `json:"url,omitempty" jsonschema:"description=regular expression on the address"`
	Text     string `json:"text,omitempty" jsonschema:"description=regular expression on the link's text"`
}

// List tells a page that lists documents: by its address, by a total that it
// declares, or by both.
type List struct {
	URL   string `json:"url,omitempty" jsonschema:"description=regular expression on the address"`
	Total string `json:"total,omitempty" jsonschema:"description=regular expression on the page's text; its first group is the declared total"`
}

// Documents says what counts as a find.
type Documents struct {
	Kinds   []string `json:"kinds,omitempty" jsonschema:"enum=promise,enum=follow_up,description=promise and follow_up where not given"`
	Exclude string   `json:"exclude,omitempty" jsonschema:"description=regular expression on addresses that are never asked for"`
	Floor   int      `json:"floor,omitempty" jsonschema:"minimum=1,description=fewer finds than that are an alarm of the nightly run"`
}

// Every is how long after a visit a page is due again.
type Every struct {
	List     Duration `json:"list,omitempty"`
	Document Duration `json:"document,omitempty"`
	Other    Duration `json:"other,omitempty"`
}

// Rules are the manners for a host; what is not given is as built in.
type Rules struct {
	Delay     *Duration `json:"delay,omitempty"`
	PerHour   *int      `json:"per_hour,omitempty" jsonschema:"minimum=1"`
	PerDay    *int      `json:"per_day,omitempty" jsonschema:"minimum=1"`
	HTTPSOnly *bool     `json:"https_only,omitempty"`
	GoneAt404 *bool     `json:"gone_at_404,omitempty"`
}

// Profile is the built-in profile of a host with what these rules say.
func (r Rules) Profile(host string) polite.Profile {
	p := polite.ProfileOf(host)
	if r.Delay != nil {
		p.Delay = time.Duration(*r.Delay)
	}
	set(&p.PerHour, r.PerHour)
	set(&p.PerDay, r.PerDay)
	set(&p.HTTPSOnly, r.HTTPSOnly)
	set(&p.GoneAt404, r.GoneAt404)
	return p
}

func set[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

// Duration is a time span that is written like "16h" or "1h30m".
type Duration time.Duration

// UnmarshalJSON reads a duration.
func (d *Duration) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	span, err := time.ParseDuration(text)
	if err != nil || span < 0 {
		return fmt.Errorf("%q is no duration such as 16h", text)
	}
	*d = Duration(span)
	return nil
}

// MarshalJSON writes a duration.
func (d Duration) MarshalJSON() ([]byte, error) { return json.Marshal(time.Duration(d).String()) }

// JSONSchema is how a duration is described.
func (Duration) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: `^([0-9]+(\.[0-9]+)?(h|m|s|ms))+$`, Description: "a time span such as 16h or 1h30m"}
}
