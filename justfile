# What a contributor runs day by day; every line works without just, too.

_list:
    @just --list --unsorted

# The tests that need no editor
test:
    cargo test --locked

# What CI runs: those, and the editors
ci:
    .ci/run

# The main job, on the demo workspace
demo:
    cargo run --release --locked -- check fixtures/workspaces/demo

# Format and lint; cargo fmt does not see the rule files, which a macro declares
lint:
    cargo fmt
    rustfmt --edition 2024 server/engine/rules/*/*.rs
    cargo clippy --all-targets --locked -- -D warnings

# Write the generated files anew: the catalogue and the JSON schema of the settings
bless:
    BLESS=1 cargo test --locked --lib catalogue
    BLESS=1 cargo test --locked --lib schema

# The engine must know no protocol
pure:
    cargo check --locked --lib --no-default-features

bench name="keystroke":
    cargo bench --locked --bench {{name}}

# The clients in the real editors; fetches them once
editors *names:
    tests/editors/run.sh {{names}}

# Neovim's copy of the queries anew
queries:
    cp -r grammars/queries editors/neovim
