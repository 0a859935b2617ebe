// SPDX-License-Identifier: Apache-2.0

// Package shimlib is the shim protocol for Go packages: everything but the package itself.
//
// A shim gives Serve one function per operation. It takes a vector's `input` and returns the
// answer's `out`. It returns Unrepresentable when the package's types cannot carry the input, and
// Refused when the package rejected it with an error that it declares. A panic is told apart by
// where it came from: `raised` if it passed through the package, else `error`.
package shimlib

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"
)

// Object is a JSON object.
type Object map[string]any

// Unrepresentable says why the package's API has no way to say this.
type Unrepresentable string

func (why Unrepresentable) Error() string { return string(why) }

// Refused is the text of an error that the package declares.
type Refused string

func (text Refused) Error() string { return string(text) }

// Header is a name and a value.
type Header struct{ Name, Value string }

// Op answers one operation.
type Op func(input Object) (Object, error)

// Shim is what a hello says, and what answers.
type Shim struct {
	Name, Module                         string
	Ops                                  map[string]Op
	Profiles                             []string
	Features, Stages, Homepage, IssuesAt string
}

// Get returns the object at a key, or an empty one.
func (o Object) Get(key string) Object {
	inner, _ := o[key].(map[string]any)
	return inner
}

// Has says whether the vector has the field, in either form.
func (o Object) Has(field string) bool {
	return o[field] != nil || o[field+"_b64"] != nil
}

// Text returns the bytes of a field: a plain string, field_b64, or {repeat_b64, times}. A Go string
// carries any bytes.
func (o Object) Text(field string) string {
	if encoded, ok := o[field+"_b64"].(string); ok {
		return decode(encoded)
	}
	if repeated, ok := o[field].(map[string]any); ok {
		times, _ := repeated["times"].(float64)
		once, _ := repeated["repeat_b64"].(string)
		return strings.Repeat(decode(once), int(times))
	}
	value, _ := o[field].(string)
	return value
}

func decode(encoded string) string {
	data, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// Headers returns the headers of a request in their order.
func (o Object) Headers() []Header {
	list, _ := o["headers"].([]any)
	var out []Header
	for _, item := range list {
		header := Object(item.(map[string]any))
		out = append(out, Header{header.Text("n"), header.Text("v")})
	}
	return out
}

// isPlain says whether a text may stand as it is. What may not are control characters (but the LF
// between the lines of a stage), line separators, the BOM, bidi controls and what is not UTF-8.
func isPlain(text string) bool {
	special := func(r rune) bool {
		control := r < 0x20 && r != '\n' || r >= 0x7F && r <= 0x9F
		bidi := r == 0x61C || r == 0x200E || r == 0x200F || r >= 0x2066 && r <= 0x2069
		return control || bidi || r >= 0x2028 && r <= 0x202E || r == 0xFEFF
	}
	return utf8.ValidString(text) && !strings.ContainsFunc(text, special)
}

// Put sets a field, or field_b64 if the value is not plain text.
func (o Object) Put(field, value string) {
	if isPlain(value) {
		o[field] = value
	} else {
		o[field+"_b64"] = base64.StdEncoding.EncodeToString([]byte(value))
	}
}

// Signed returns the answer of a sign operation, with the headers that the signer has added.
func Signed(authorization string, stages map[string]string, added []Header) Object {
	shown, headers := Object{}, []Object{}
	for name, value := range stages {
		shown.Put(name, value)
	}
	for _, header := range added {
		one := Object{}
		one.Put("n", header.Name)
		one.Put("v", header.Value)
		headers = append(headers, one)
	}
	_, signature, _ := strings.Cut(authorization, "Signature=")
	out := Object{"stages": shown, "headers": headers}
	out.Put("signature", signature)
	out.Put("authorization", authorization)
	return out
}

// version returns the version of the module under test that is linked in.
func (s *Shim) version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == s.Module {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "?"
}

func (s *Shim) hello() Object {
	var ops []string
	for op := range s.Ops {
		ops = append(ops, op)
	}
	slices.Sort(ops)
	return Object{
		"status": "ok", "protocol": 1, "ops": ops, "profiles": s.Profiles,
		"features": strings.Fields(s.Features), "stages": strings.Fields(s.Stages),
		"impl": Object{
			"name": s.Name, "version": s.version(), "language": "go",
			"language_version": strings.TrimPrefix(runtime.Version(), "go"),
			"homepage":         s.Homepage, "issues": s.IssuesAt,
		},
	}
}

func (s *Shim) answer(op string, input Object) (reply Object) {
	answer, known := s.Ops[op]
	if !known {
		return Object{"status": "unsupported", "message": fmt.Sprintf("no operation %q", op)}
	}
	defer func() {
		if reason := recover(); reason != nil {
			stack := debug.Stack()
			fmt.Fprintf(os.Stderr, "%v\n%s", reason, stack)
			status := "error"
			if bytes.Contains(stack, []byte(s.Module+"/")) {
				status = "raised"
			}
			reply = Object{"status": status, "message": fmt.Sprint(reason)}
		}
	}()
	out, err := answer(input)
	var unrepresentable Unrepresentable
	var refused Refused
	switch {
	case err == nil:
		return Object{"status": "ok", "out": out}
	case errors.As(err, &unrepresentable):
		return Object{"status": "unrepresentable", "message": err.Error()}
	case errors.As(err, &refused):
		return Object{"status": "refused", "message": err.Error()}
	default:
		return Object{"status": "error", "message": err.Error()}
	}
}

// Serve answers requests until `bye` or the end of the input.
func (s *Shim) Serve() {
	// Standard output is the protocol's alone: whatever the package prints goes to standard error.
	wire := os.Stdout
	os.Stdout = os.Stderr
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) && len(line) == 0 {
			return
		}
		var message struct {
			Op    string `json:"op"`
			ID    int64  `json:"id"`
			Input Object `json:"input"`
		}
		if err := json.Unmarshal(line, &message); err != nil {
			panic(err)
		}
		if message.Op == "bye" {
			return
		}
		reply := s.hello()
		if message.Op != "hello" {
			reply = s.answer(message.Op, message.Input)
		}
		reply["id"] = message.ID
		text, err := json.Marshal(reply)
		if err != nil {
			panic(err)
		}
		wire.Write(append(text, '\n'))
	}
}
