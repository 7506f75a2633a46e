//! The HTTP server: PhonePe's paths, the customer's phone, and the controls.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

use crate::calls::Route;
use crate::checks::Incoming;
use crate::control;
use crate::faults::Fault;
use crate::phone;
use crate::reply::{self, Reply};
use crate::shared::Shared;
use crate::steering::Steering;
use crate::traffic::{Received, Violation};
use crate::wire::Wire;

pub(crate) fn router(steering: Steering) -> Router {
    let ours = Router::new().merge(control::router()).merge(phone::router());
    ours.route_layer(middleware::from_fn(only_from_loopback_names))
        .fallback(provider)
        .with_state(steering)
}

/// A page elsewhere on the web may point a name of its own at 127.0.0.1; it gets nothing.
async fn only_from_loopback_names(request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if name == "127.0.0.1" || name == "localhost" {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

async fn provider(
    State(Steering { shared }): State<Steering>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(route) = Route::read(&method, &uri) else {
        let what = "a method and path that are on no page".to_owned();
        let at_ms = shared.clock.now_ms();
        shared.traffic().violated(Violation {
            at_ms,
            call: None,
            what,
        });
        return respond(&reply::refused(404, "BAD_REQUEST"));
    };
    let incoming = Incoming {
        route,
        headers,
        body: body.to_vec(),
    };
    let arrived_at_ms = shared.clock.now_ms();
    let number = note_arrival(&shared, &incoming, arrived_at_ms);
    let fault = shared.faults().take(incoming.route.call);
    let served = Served {
        shared,
        incoming,
        number,
        arrived_at_ms,
    };
    let response = served.with(fault, &wire).await;
    served.shared.announce();
    response
}

fn note_arrival(shared: &Shared, incoming: &Incoming, at_ms: i64) -> u64 {
    let headers: BTreeMap<String, String> = incoming.headers.iter().map(plain).collect();
    let number = shared.traffic().arrived(Received {
        number: 0,
        at_ms,
        call: incoming.route.call,
        transaction_id: incoming.transaction_id(),
        headers,
        body: String::from_utf8_lossy(&incoming.body).into_owned(),
        answered: None,
    });
    shared.announce();
    number
}

fn plain((name, value): (&header::HeaderName, &header::HeaderValue)) -> (String, String) {
    (
        name.as_str().to_owned(),
        String::from_utf8_lossy(value.as_bytes()).into_owned(),
    )
}

/// One request on its way to an answer.
#[derive(Clone)]
struct Served {
    shared: Arc<Shared>,
    incoming: Incoming,
    number: u64,
    arrived_at_ms: i64,
}

impl Served {
    async fn with(&self, fault: Option<Fault>, wire: &Wire) -> Response {
        match fault {
            None => self.answer_or_drop(wire),
            Some(Fault::LostBeforeEffect) => drop_line(wire),
            Some(Fault::LostAfterEffect) => {
                self.answer();
                drop_line(wire)
            }
            Some(Fault::Delay { ms }) => {
                let response = self.answer_or_drop(wire);
                self.wait_ms(ms).await;
                response
            }
            Some(Fault::LateEffect { ms }) => self.answer_late(ms, wire).await,
            Some(Fault::ServerError { done }) => {
                self.answer_if(done);
                respond(&reply::refused(500, "INTERNAL_SERVER_ERROR"))
            }
            Some(Fault::BadGateway { done }) => {
                self.answer_if(done);
                let page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
                (
                    StatusCode::BAD_GATEWAY,
                    [(header::CONTENT_TYPE, "text/html")],
                    page,
                )
                    .into_response()
            }
            Some(Fault::TruncatedBody) => {
                let reply = self.answer();
                wire.cut_body_after(reply.body.to_string().len() / 2);
                respond(&reply)
            }
            Some(Fault::GarbageBody) => {
                self.answer();
                json_text(200, "}{ \u{1}not json".to_owned())
            }
            Some(Fault::Altered { members }) => respond(&self.answer().altered(members)),
            Some(Fault::Duplicate) => respond(&reply::refused(417, "INVALID_TRANSACTION_ID")),
            Some(Fault::Refuse { code }) => respond(&reply::refused(reply::status_of(&code), &code)),
            Some(Fault::Literal { status, body, done }) => {
                self.answer_if(done);
                json_text(status, body)
            }
        }
    }

    fn answer(&self) -> Reply {
        let reply = self.shared.answer(&self.incoming);
        self.shared.traffic().answered(self.number, reply.code());
        self.shared.announce();
        reply
    }

    fn answer_if(&self, done: bool) {
        if done {
            self.answer();
        }
    }

    fn answer_or_drop(&self, wire: &Wire) -> Response {
        let reply = self.answer();
        if reply.lost {
            drop_line(wire)
        } else {
            respond(&reply)
        }
    }

    /// Runs on its own, so that the effect comes even when the caller has hung up and this request is gone.
    async fn answer_late(&self, ms: u64, wire: &Wire) -> Response {
        let (served, wire) = (self.clone(), wire.clone());
        let late = tokio::spawn(async move {
            served.wait_ms(ms).await;
            served.answer_or_drop(&wire)
        });
        late.await
            .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }

    async fn wait_ms(&self, ms: u64) {
        let ms = i64::try_from(ms).unwrap_or(i64::MAX);
        self.shared
            .clock
            .reach(self.arrived_at_ms.saturating_add(ms))
            .await;
    }
}

fn drop_line(wire: &Wire) -> Response {
    wire.drop_now();
    StatusCode::NO_CONTENT.into_response()
}

fn respond(reply: &Reply) -> Response {
    json_text(reply.status, reply.body.to_string())
}

fn json_text(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
