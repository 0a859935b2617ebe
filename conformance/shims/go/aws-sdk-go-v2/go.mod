module aws-sdk-go-v2-shim

go 1.24

require (
	github.com/aws/aws-sdk-go-v2 v1.48.0
	github.com/aws/smithy-go v1.28.9
	shimlib v0.0.0
)

replace shimlib => ../shimlib
