//! No URL scheme of our own: any page or message could otherwise start the till with words of its choice.

use serde_json::Value;

use crate::house::Crate;

const SETTINGS: &str = "src-tauri/tauri.conf.json";
const PLUGIN: &str = "tauri-plugin-deep-link";

/// Keys of Tauri's settings that register a scheme, at whatever depth.
const KEYS: &[&str] = &["deep-link", "deepLink", "deep_link", "schemes", "appLink"];

/// How a scheme is registered in a `.desktop` file, an `Info.plist` and an installer for Windows.
const IN_BUNDLES: &[&str] = &["x-scheme-handler", "CFBundleURLTypes", "URL Protocol"];

pub fn in_settings(settings: &str) -> Option<String> {
    let Ok(told) = serde_json::from_str::<Value>(settings) else {
        return Some(format!("{SETTINGS} is not JSON"));
    };
    let key = first_key(&told)?;
    Some(format!(
        "{SETTINGS} has `{key}`: no URL scheme may start or steer the till"
    ))
}

fn first_key(told: &Value) -> Option<&str> {
    match told {
        Value::Object(members) => {
            let here = members.keys().map(String::as_str).find(|key| KEYS.contains(key));
            here.or_else(|| members.values().find_map(first_key))
        }
        Value::Array(items) => items.iter().find_map(first_key),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

pub fn in_crates(crates: &[Crate]) -> Option<String> {
    let member = crates
        .iter()
        .find(|member| member.needs.iter().any(|need| need.name == PLUGIN))?;
    Some(format!(
        "`{}` depends on {PLUGIN}: no URL scheme may start or steer the till",
        member.name
    ))
}

/// Templates of bundles stand in `src-tauri`; Rust files may speak of the words.
pub fn in_file(place: &str, text: &str) -> Option<String> {
    if !place.starts_with("src-tauri/") || place.ends_with(".rs") {
        return None;
    }
    let word = IN_BUNDLES.iter().find(|word| text.contains(**word))?;
    Some(format!(
        "{place} has `{word}`: no URL scheme may start or steer the till"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::Need;

    #[test]
    fn settings_with_a_scheme_are_refused_however_deep_it_stands() {
        let deep = r#"{ "plugins": { "deep-link": { "desktop": { "schemes": ["holdfast"] } } } }"#;
        assert!(in_settings(deep).unwrap().contains("`deep-link`"));
        assert!(in_settings(r#"{ "bundle": [{ "schemes": [] }] }"#).is_some());
        assert!(in_settings("not json").is_some());
        let plain = r#"{ "app": { "windows": [{ "useHttpsScheme": true }] }, "bundle": {} }"#;
        assert_eq!(in_settings(plain), None);
    }

    #[test]
    fn the_deep_link_plugin_is_refused() {
        let needs = vec![Need {
            name: PLUGIN.to_owned(),
            ours: false,
        }];
        let shell = Crate {
            name: "holdfast".to_owned(),
            manifest: "Cargo.toml".into(),
            needs,
        };
        assert!(in_crates(&[shell]).is_some());
        assert_eq!(in_crates(&[]), None);
    }

    #[test]
    fn a_bundle_template_with_a_scheme_is_refused() {
        let desktop = "[Desktop Entry]\nMimeType=x-scheme-handler/holdfast;\n";
        assert!(in_file("src-tauri/holdfast.desktop", desktop).is_some());
        assert_eq!(in_file("src-tauri/holdfast.desktop", "[Desktop Entry]\n"), None);
        assert_eq!(in_file("src-tauri/src/window.rs", "// x-scheme-handler"), None);
    }
}
