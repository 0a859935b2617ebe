// SPDX-License-Identifier: Apache-2.0

package shimlib

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	object := Object{
		"plain": "a", "bytes_b64": "/w==", "nothing": nil,
		"long": map[string]any{"repeat_b64": "YWI=", "times": 3.0},
	}
	for field, want := range map[string]string{
		"plain": "a", "bytes": "\xff", "nothing": "", "absent": "", "long": "ababab",
	} {
		if got := object.Text(field); got != want {
			t.Errorf("%s: %q, not %q", field, got, want)
		}
		if has := field != "nothing" && field != "absent"; object.Has(field) != has {
			t.Errorf("%s: Has is not %v", field, has)
		}
	}
}

func TestPut(t *testing.T) {
	for value, plain := range map[string]bool{
		"a\nb": true, "é": true, "": true, "a\tb": false, "\xff": false, "\u202e": false,
		"\u0085": false, "\ufeff": false, "\u2028": false, "\u2069": false, "\x7f": false,
	} {
		object := Object{}
		object.Put("v", value)
		if _, got := object["v"]; got != plain || object.Text("v") != value {
			t.Errorf("%q: %v", value, object)
		}
	}
}

func TestSigned(t *testing.T) {
	stages := map[string]string{"canonical_request": "GET"}
	out := Signed("A Credential=c, Signature=ff", stages, []Header{{"X", "\xff"}})
	want := "map[authorization:A Credential=c, Signature=ff headers:[map[n:X v_b64:/w==]] " +
		"signature:ff stages:map[canonical_request:GET]]"
	if got := fmt.Sprint(out); got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func TestStatus(t *testing.T) {
	throws := func() (Object, error) { return nil, Refused(strings.Repeat("a", -1)) }
	ops := map[string]Op{
		"fine":            func(Object) (Object, error) { return Object{}, nil },
		"refused":         func(Object) (Object, error) { return nil, Refused("no") },
		"unrepresentable": func(Object) (Object, error) { return nil, Unrepresentable("no") },
		"error":           func(Object) (Object, error) { return nil, errors.New("no") },
		"own bug":         func(Object) (Object, error) { panic("mine") },
		"theirs":          func(Object) (Object, error) { return throws() },
	}
	shim := Shim{Module: "strings", Ops: ops}
	for op, want := range map[string]string{
		"fine": "ok", "refused": "refused", "unrepresentable": "unrepresentable", "error": "error",
		"own bug": "error", "theirs": "raised", "unknown": "unsupported",
	} {
		if got := shim.answer(op, nil)["status"]; got != want {
			t.Errorf("%s: %v, not %s", op, got, want)
		}
	}
}
