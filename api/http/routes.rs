//! Where a resource puts its operations.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

/// The server, or the document of what it serves: to make that takes more memory than to serve, so each is made by itself
/// from the one list of resources.
pub trait Routes {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self;
}

impl Routes for web::ServiceConfig {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        web::ServiceConfig::service(self, operation)
    }
}

impl Routes for ServiceConfig<'_> {
    fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        ServiceConfig::service(self, operation)
    }
}
