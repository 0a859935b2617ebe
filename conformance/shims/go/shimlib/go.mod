module shimlib

go 1.24
