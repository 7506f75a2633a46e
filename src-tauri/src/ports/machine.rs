//! What the machine says of itself, for the headers that PhonePe recommends.

use phonepe::DeviceHeaders;
use std::fs;
use till::StoreSettings;

/// Manufacturer, model and system version as the machine gives them; the location only if the store set it.
#[must_use]
pub fn device_headers(settings: &StoreSettings, app_version: &str) -> DeviceHeaders {
    DeviceHeaders {
        manufacturer: first_line("/sys/class/dmi/id/sys_vendor").unwrap_or_else(|| "Linux".to_owned()),
        model: first_line("/sys/class/dmi/id/product_name").unwrap_or_else(|| "PC".to_owned()),
        os_version: system_version(&fs::read_to_string("/etc/os-release").unwrap_or_default()),
        merchant_app_version: app_version.to_owned(),
        latitude: settings.latitude.clone(),
        longitude: settings.longitude.clone(),
        upi_id: None,
        network_type: None,
    }
}

fn first_line(path: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// `VERSION_ID` of `/etc/os-release`; a rolling system has none.
fn system_version(os_release: &str) -> String {
    os_release
        .lines()
        .find_map(|line| line.strip_prefix("VERSION_ID="))
        .map_or("0", |value| value.trim().trim_matches('"'))
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_version_is_read_with_and_without_quotes() {
        assert_eq!(system_version("NAME=x\nVERSION_ID=\"12\"\n"), "12");
        assert_eq!(system_version("VERSION_ID=24.04\n"), "24.04");
        assert_eq!(system_version("ID=arch\n"), "0");
    }

    #[test]
    fn no_header_that_phonepe_recommends_is_empty_and_no_location_is_invented() {
        let headers = device_headers(&StoreSettings::default(), "1.2.3");
        for text in [&headers.manufacturer, &headers.model, &headers.os_version] {
            assert!(!text.is_empty());
        }
        assert_eq!(headers.merchant_app_version, "1.2.3");
        assert_eq!((headers.latitude, headers.longitude), (None, None));
    }
}
