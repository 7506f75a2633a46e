use domain::Ask;
use phonepe::Client;

/// PhonePe behind the engine's port.
pub struct PhonePe {
    client: Client,
}

impl PhonePe {
    #[must_use]
    pub fn new(client: Client) -> PhonePe {
        PhonePe { client }
    }
}

impl till::Provider for PhonePe {
    fn prepare(&self, ask: &Ask) -> Result<till::Prepared, String> {
        let prepared = self.client.prepare(ask).map_err(|why| why.to_string())?;
        let request_sha256 = prepared.sha256_hex().to_owned();
        Ok(till::Prepared {
            request_sha256,
            going: Box::pin(self.client.send(prepared)),
        })
    }
}
