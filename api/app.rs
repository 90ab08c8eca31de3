//! Builds the application: the one list of resources, and what every request passes through.

use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::{App, Error, HttpResponse, HttpServer, rt, web};
use futures_util::future::select_all;
use utoipa_swagger_ui::SwaggerUi;

use crate::attachments::clean::Cleaner;
use crate::attachments::files::Files;
use crate::audit::Watch;
use crate::authn::authenticate;
use crate::authn::token::Tokens;
use crate::config::Config;
use crate::db::Db;
use crate::error::Result;
use crate::grievances::code::ReceiptCodes;
use crate::http::limits::Limits;
use crate::http::metrics::Metrics;
use crate::http::web_app::WebApp;
use crate::http::{Routes, health, pipeline, web_app};
use crate::keeper::Keeper;
use crate::openapi::{COMMITTED, Contract};
use crate::receipts::guesses::Guesses;
use crate::receipts::keys::ReceiptKeys;
use crate::second_factor::Factors;
use crate::secrets::{Sealer, Secrets, Watched};
use crate::{
    accounts, agreements, api_keys, assemblies, attachments, audit, calendars, commitments, engagements, erasures,
    exports, focus_groups, grant_applications, grant_calls, grievances, holidays, home, identities, impact_rounds,
    impacts, intake, invitations, letter_templates, live, mail, mandates, meetings, notifications, organisations,
    papers, places, programmes, promises, protection, receipts, relationships, saved_filters, second_factor, sessions,
    sites, stakeholder_imports, stakeholders,
};

/// Where the API begins.
pub const BASE: &str = "/api/v1";

/// Every resource of the API.
pub fn resources(api: &mut impl Routes) {
    accounts::manage::routes(api);
    accounts::routes::routes(api);
    agreements::routes::routes(api);
    api_keys::routes::routes(api);
    assemblies::routes::routes(api);
    attachments::routes::routes(api);
    audit::routes::routes(api);
    calendars::routes::routes(api);
    commitments::routes::routes(api);
    engagements::routes::routes(api);
    erasures::routes::routes(api);
    exports::routes::routes(api);
    focus_groups::coding::routes::routes(api);
    focus_groups::participant_routes::routes(api);
    focus_groups::publishing::routes::routes(api);
    focus_groups::routes::routes(api);
    grant_applications::routes::routes(api);
    grant_calls::routes::routes(api);
    grievances::reporter::routes(api);
    grievances::routes::routes(api);
    holidays::routes::routes(api);
    home::routes::routes(api);
    identities::routes::routes(api);
    impact_rounds::routes::routes(api);
    impacts::routes::routes(api);
    intake::routes::routes(api);
    invitations::public::routes(api);
    invitations::routes::routes(api);
    live::routes::routes(api);
    mail::routes::routes(api);
    mandates::routes::routes(api);
    meetings::routes::routes(api);
    notifications::routes::routes(api);
    letter_templates::routes::routes(api);
    organisations::routes::routes(api);
    papers::routes::routes(api);
    places::routes::routes(api);
    programmes::routes::routes(api);
    promises::routes::routes(api);
    receipts::routes::routes(api);
    relationships::routes::routes(api);
    saved_filters::routes::routes(api);
    second_factor::reset::routes(api);
    second_factor::routes::routes(api);
    protection::routes::routes(api);
    programmes::terms::routes(api);
    sessions::routes::routes(api);
    sessions::sign_in::routes(api);
    sites::routes::routes(api);
    stakeholder_imports::routes::routes(api);
    stakeholders::routes::routes(api);
    stakeholders::double_routes::routes(api);
}

/// What handlers work with.
pub struct System {
    pub db: Db,
    pub tokens: Tokens,
    pub sealer: Sealer,
    pub receipts: ReceiptCodes,
    pub proofs: Watched<ReceiptKeys>,
    pub guesses: Guesses,
    pub factors: Factors,
    pub files: Files,
    pub cleaner: Cleaner,
    pub watch: Watch,
    pub erasures: erasures::Keep,
    pub exports: exports::Queue,
    pub imports: stakeholder_imports::Imports,
    pub limits: Limits,
    pub live: Arc<live::Hub>,
    pub metrics: Metrics,
    pub public_url: String,
    pub hotline: Option<String>,
    /// The server that takes our e-mail, if there is one.
    pub mail: Option<mail::Settings>,
}

impl System {
    pub fn new(config: &Config, db: Db, secrets: &Secrets) -> Result<Self> {
        let receipts = ReceiptCodes::new(secrets.receipt_pepper())?;
        let rates = config.rates;
        Ok(Self {
            metrics: Metrics::new(config.metrics_from.clone(), &[receipts.hashed()])?,
            watch: Watch::new(db.clone(), &config.checkpoints, secrets.audit_signer()),
            erasures: erasures::Keep::new(&config.checkpoints, secrets.erasure_signer()),
            live: live::Hub::new(db.clone()),
            db,
            tokens: Tokens::new(&secrets.token_key()),
            sealer: secrets.sealer(),
            receipts,
            proofs: secrets.receipt_signer(),
            guesses: Guesses::new(rates.receipts_per_second, rates.wrong_codes_per_minute),
            factors: Factors::new(secrets.sealer(), secrets.receipt_pepper(), config.demo),
            files: Files::open(&config.data, &config.files, secrets.sealer())?,
            cleaner: Cleaner::default(),
            exports: exports::Queue::open(&config.data)?,
            imports: stakeholder_imports::Imports::default(),
            limits: Limits::new(rates, config.trusted_proxies.clone()),
            public_url: config.public_url.clone(),
            hotline: config.hotline.clone(),
            mail: config.mail.clone(),
        })
    }
}

/// What every worker's application is built from.
#[derive(Clone)]
pub struct Parts {
    system: web::Data<System>,
    contract: web::Data<Contract>,
    web: web::Data<WebApp>,
}

impl Parts {
    pub fn new(config: &Config, system: System) -> Self {
        Self {
            system: web::Data::new(system),
            contract: web::Data::new(Contract::committed()),
            web: web::Data::new(WebApp::new(&config.web)),
        }
    }

    /// What the handlers work with.
    pub fn system(&self) -> web::Data<System> {
        self.system.clone()
    }
}

/// The application: what answers a request, in the server as in the tests.
pub fn application(
    parts: &Parts,
) -> App<
    impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse, Error = Error, InitError = ()> + use<>,
> {
    let Parts { system, contract, web } = parts.clone();
    App::new()
        .app_data(system)
        .wrap(from_fn(authenticate))
        .wrap(Compress::default())
        .wrap(from_fn(pipeline::answer))
        .service(web::scope(BASE).configure(resources))
        .configure(health::routes)
        .route("/openapi.json", web::get().to(document))
        .service(swagger())
        .app_data(web)
        .app_data(contract)
        .default_service(web::to(web_app::otherwise))
}

/// Serves until a signal ends it; requests and chores under way are finished first.
pub async fn serve(config: Config, system: System) -> std::io::Result<()> {
    let parts = Parts::new(&config, system);
    let system = parts.system();
    let server = HttpServer::new(move || application(&parts))
        .workers(config.workers)
        // An answer of several segments would wait for its client's acknowledgement of the first, which takes its time.
        .tcp_nodelay(true)
        // More would only wait for a connection, in the way of one another.
        .worker_max_blocking_threads(usize::try_from(config.connections).unwrap_or(1))
        .shutdown_timeout(20)
        .bind(config.listen)?
        .run();
    let watch = system.watch.clone();
    let every = Duration::from_mins(u64::from(config.checkpoint_minutes.get()));
    let watching = rt::spawn(watch.clone().keep_watch(every));
    let streams = rt::spawn(end_streams(Arc::clone(&system.live)));
    let keeper = Keeper::start(system);
    let served = server.await;
    streams.abort();
    keeper.stop().await;
    watching.abort();
    // What was done since the last checkpoint is signed too.
    watch.look_once_more().await;
    served
}

/// Ends the live streams when the server is told to stop, which would wait for them otherwise.
async fn end_streams(live: Arc<live::Hub>) {
    let signals = [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::quit()].map(signal);
    let told = signals.into_iter().flatten().map(|mut signal| Box::pin(async move { signal.recv().await }));
    let told: Vec<_> = told.collect();
    if !told.is_empty() {
        select_all(told).await;
        live.close();
    }
}

async fn document() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(COMMITTED)
}

/// Swagger UI at `/docs/`, of the document at `/openapi.json`.
fn swagger() -> SwaggerUi {
    let config = utoipa_swagger_ui::Config::from("/openapi.json");
    let config = config.persist_authorization(false).filter(true).display_operation_id(true);
    SwaggerUi::new("/docs/{_:.*}").config(config)
}
