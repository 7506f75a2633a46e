//! The floor of the benches `start` and `memory`: a window of the till's size with the till's toolkit and one word in it.

fn main() {
    let app = tauri::Builder::default().setup(|app| {
        tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default())
            .title("Empty")
            .inner_size(1280.0, 800.0)
            .build()?;
        Ok(())
    });
    if let Err(why) = app.run(tauri::generate_context!("empty-window/tauri.conf.json")) {
        eprintln!("The empty window cannot be opened: {why}");
    }
}
