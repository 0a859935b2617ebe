// SPDX-License-Identifier: Apache-2.0

// aws-sdk-go-v2's signer behind the shim protocol.
//
// The public call is `v4.NewSigner(…).SignHTTP(ctx, credentials, request, payloadHash, …, time)`,
// with the time as a parameter and the hash of the body as the caller computed it. The stages are
// the arguments of its log. aws4-s3 is DisableURIPathEscaping, with X-Amz-Content-Sha256 set by the
// caller; aws4 and aws4-raw are the same call: the signer leaves dot segments as they are.
//
// The request is a *http.Request, made the ordinary way. It holds the target as a URL: one that
// net/http would not send as the vector has it is `unrepresentable`. Host and Content-Length are
// fields of it. A vector with a body and no Content-Length is a body of unknown length.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go/logging"
	"shimlib"
)

const contentHash = "X-Amz-Content-Sha256"

// newRequest makes the request without its headers.
func newRequest(method, target string) (*http.Request, error) {
	// The authority is not used, since the vector's Host is given.
	request, err := http.NewRequest(method, "https://host.invalid"+target, nil)
	var inURL *url.Error
	if errors.As(err, &inURL) {
		err = inURL.Err
	}
	if err != nil {
		return nil, shimlib.Unrepresentable("net/http makes no request of it: " + err.Error())
	}
	if sent := request.URL.RequestURI(); sent != target {
		return nil, shimlib.Unrepresentable("net/http would send the target as " + sent)
	}
	if request.Method != method {
		return nil, shimlib.Unrepresentable("net/http takes an empty method for GET")
	}
	return request, nil
}

// setHost sets the field that stands for the Host header.
func setHost(request *http.Request, values []string) error {
	if len(values) != 1 || values[0] == "" {
		return shimlib.Unrepresentable("http.Request has exactly one host")
	}
	request.Host = values[0]
	return nil
}

// setLength sets the field that stands for the Content-Length header.
func setLength(request *http.Request, values []string) error {
	request.ContentLength = -1
	if len(values) == 0 {
		return nil
	}
	length, err := strconv.ParseInt(values[0], 10, 64)
	if len(values) != 1 || err != nil || strconv.FormatInt(length, 10) != values[0] {
		return shimlib.Unrepresentable("http.Request has one Content-Length, a number")
	}
	request.ContentLength = length
	return nil
}

func requestOf(given shimlib.Object) (*http.Request, error) {
	request, err := newRequest(given.Text("method"), given.Text("target"))
	if err != nil {
		return nil, err
	}
	fields := map[string][]string{}
	for _, header := range given.Headers() {
		switch name := strings.ToLower(header.Name); name {
		case "host", "content-length":
			fields[name] = append(fields[name], header.Value)
		default:
			request.Header.Add(header.Name, header.Value)
		}
	}
	if err := setHost(request, fields["host"]); err != nil {
		return nil, err
	}
	return request, setLength(request, fields["content-length"])
}

func hashOf(input shimlib.Object) string {
	if payload := input.Get("payload"); payload.Text("mode") == "literal" {
		return payload.Text("hash")
	}
	sum := sha256.Sum256([]byte(input.Get("request").Text("body")))
	return hex.EncodeToString(sum[:])
}

func timeOf(timestamp string) (time.Time, error) {
	const layout = "20060102T150405Z"
	when, err := time.Parse(layout, timestamp)
	if err != nil || when.Format(layout) != timestamp {
		return when, shimlib.Unrepresentable("the API takes a time.Time, and the vector's is none")
	}
	return when, nil
}

// addedTo returns the headers that the vector has not given.
func addedTo(given []shimlib.Header, after http.Header) []shimlib.Header {
	names := map[string]bool{"authorization": true}
	for _, header := range given {
		names[strings.ToLower(header.Name)] = true
	}
	var added []shimlib.Header
	for name, values := range after {
		if !names[strings.ToLower(name)] {
			added = append(added, shimlib.Header{Name: name, Value: strings.Join(values, ",")})
		}
	}
	return added
}

func sign(input shimlib.Object) (shimlib.Object, error) {
	params, keys := input.Get("params"), input.Get("credentials")
	if params.Has("placement") && params.Text("placement") != "header" {
		return nil, shimlib.Unrepresentable("this shim drives the header signer alone")
	}
	if params.Has("signed_headers") {
		return nil, shimlib.Unrepresentable("the package chooses the headers to sign")
	}
	request, err := requestOf(input.Get("request"))
	if err != nil {
		return nil, err
	}
	when, err := timeOf(params.Text("timestamp"))
	if err != nil {
		return nil, err
	}
	hash, s3 := hashOf(input), input.Text("profile") == "aws4-s3"
	if s3 && request.Header.Get(contentHash) == "" {
		request.Header.Set(contentHash, hash)
	}
	credentials := aws.Credentials{
		AccessKeyID: keys.Text("access_key"), SecretAccessKey: keys.Text("secret_key"),
		SessionToken: keys.Text("session_token"),
	}
	stages := map[string]string{}
	signer := v4.NewSigner(func(options *v4.SignerOptions) {
		options.DisableURIPathEscaping = s3
		options.LogSigning = true
		options.Logger = logging.LoggerFunc(func(_ logging.Classification, _ string, args ...any) {
			stages["canonical_request"] = args[0].(string)
			stages["string_to_sign"] = args[1].(string)
		})
	})
	err = signer.SignHTTP(context.Background(), credentials, request, hash, params.Text("service"),
		params.Text("region"), when)
	if err != nil {
		return nil, shimlib.Refused(err.Error())
	}
	added := addedTo(input.Get("request").Headers(), request.Header)
	return shimlib.Signed(request.Header.Get("Authorization"), stages, added), nil
}

func main() {
	shim := shimlib.Shim{
		Name:     "aws-sdk-go-v2",
		Module:   "github.com/aws/aws-sdk-go-v2",
		Ops:      map[string]shimlib.Op{"sign": sign},
		Profiles: []string{"aws4", "aws4-raw", "aws4-s3"},
		Features: `payload.unsigned payload.literal header.custom header.repeated
			header.content-sha256-optional header.raw-bytes query.raw-bytes query.duplicate-keys
			token.session clock.injectable`,
		Stages:   "canonical_request string_to_sign signature",
		Homepage: "https://github.com/aws/aws-sdk-go-v2",
		IssuesAt: "https://github.com/aws/aws-sdk-go-v2/issues",
	}
	shim.Serve()
}
