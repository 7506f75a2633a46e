//! A shop as it stands on a cashier's first day: people, wares and a printer, and the window in her language.

use holdfast_virtual_printer::VirtualPrinter;
use serde_json::json;

use super::super::window::Window;
use super::super::world::{World, told};

pub(crate) const MANAGERS_PIN: &str = "482913";
pub(crate) const CASHIERS_PIN: &str = "703615";
/// A barcode of the catalogue.
pub(crate) const TEA: &str = "8901234567890";

pub(crate) struct Shop {
    pub(crate) language: &'static str,
    pub(crate) manager: &'static str,
    pub(crate) cashier: &'static str,
    pub(crate) next_cashier: &'static str,
    pub(crate) name: &'static str,
    pub(crate) charging: &'static str,
    pub(crate) tea: &'static str,
    pub(crate) valet: &'static str,
    pub(crate) note: &'static str,
    pub(crate) table: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) short: &'static str,
}

impl Shop {
    pub(crate) fn english() -> Self {
        Shop {
            language: "en",
            manager: "Meena",
            cashier: "Asha",
            next_cashier: "Ravi",
            name: "Green Park EV & Salon",
            charging: "EV charging",
            tea: "Masala tea",
            valet: "Valet",
            note: "Bay 4",
            table: "Bay 4",
            unit: "cup",
            short: "Gave back 20 too much",
        }
    }

    pub(crate) fn hindi() -> Self {
        Shop {
            language: "hi",
            manager: "मीना",
            cashier: "आशा",
            next_cashier: "रवि",
            name: "ग्रीन पार्क EV और सैलून",
            charging: "EV चार्जिंग",
            tea: "मसाला चाय",
            valet: "वैले पार्किंग",
            note: "बे 4",
            table: "बे 4",
            unit: "कप",
            short: "20 रुपये ज़्यादा लौटा दिए",
        }
    }

    /// Fresh from the box: training, in her language.
    pub(crate) fn training(&self) -> World {
        let world = World::bare();
        self.prefer(&world, "");
        world
    }

    /// Set up, with a catalogue and, if there is one, a printer; everybody is a manager.
    pub(crate) fn set_up(&self, printer: Option<&VirtualPrinter>) -> World {
        let world = World::provisioned();
        self.prefer(&world, &printer.map(VirtualPrinter::address).unwrap_or_default());
        let wares = format!(
            "code,name,barcode,price,unit,gst,hsn,hold\n\
             EV,{},,18,kWh,18,,\nT1,{},{TEA},15,{},5,,\nV1,{},,60,,18,,\n",
            self.charging, self.tea, self.unit, self.valet
        );
        let folder = world.folders.home().join("uat");
        std::fs::create_dir_all(&folder).expect("the home takes folders");
        std::fs::write(folder.join("catalogue.csv"), wares).expect("the folder takes files");
        world
    }

    /// The same with a manager and a cashier.
    pub(crate) fn staffed(&self, printer: Option<&VirtualPrinter>) -> World {
        let world = self.set_up(printer);
        for (name, role, pin) in [
            (self.manager, "manager", MANAGERS_PIN),
            (self.cashier, "cashier", CASHIERS_PIN),
        ] {
            let words = ["staff", "add", "--name", name, "--role", role, "--pin-stdin"];
            let added = world.admin(&words, &format!("{pin}\n"));
            assert!(added.status.success(), "{}", told(&added));
        }
        world
    }

    fn prefer(&self, world: &World, printer: &str) {
        let home = world.folders.home();
        std::fs::create_dir_all(&home).expect("a user can make folders");
        let preferences = json!({
            "language": self.language,
            "paper": {"printer": printer, "shop": self.name},
        });
        std::fs::write(home.join("preferences.json"), preferences.to_string()).expect("the home takes files");
    }

    pub(crate) async fn sign_in(&self, window: &Window) {
        window.until_focused("pin-input").await;
        window.keys(CASHIERS_PIN).await;
        window.click("pin-submit").await;
        window.until_says("who", self.cashier).await;
        window.until("cart-total", "stands there", |_| true).await;
    }

    /// Signs the cashier in and opens her shift.
    pub(crate) async fn begin(&self, world: &World) -> Window {
        let window = world.start().await;
        window.until("lock-screen", "stands there", |_| true).await;
        window.click(&format!("staff-{}", self.cashier)).await;
        self.sign_in(&window).await;
        window
    }
}
