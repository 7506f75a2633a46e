//! Tauri's context of the empty window needs a place for its generated parts; having a build script gives it one.

fn main() {
    println!("cargo:rerun-if-changed=empty-window");
}
