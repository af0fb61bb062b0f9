package io.rapport.serve.security;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.EXPORT;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.CONTRIBUTOR;
import static io.rapport.serve.security.Role.VIEWER;
import static io.rapport.serve.security.Route.logged;
import static io.rapport.serve.security.Route.open;
import static io.rapport.serve.security.Route.quiet;

import java.util.List;

/** Who may do what: every route of the server. One that is not here is refused to everybody. */
public final class Routes {

    /** Pages of one employee's or one mailbox's standing are for administrators. */
    public static final List<Route> ALL = List.of(
            open("GET", "/assets/**"),
            open("GET", "/health/live"),
            open("GET", "/health/ready"),
            // Asks for a token of its own where no administrator is signed in.
            open("GET", "/metrics"),
            open("GET", "/error"),
            open("POST", "/error"),
            open("GET", "/sign-in"),
            open("GET", "/sign-in/link"),
            open("POST", "/sign-in/link"),
            // Spring Security's own two, for the one provider.
            open("GET", "/oauth2/authorization/entra"),
            open("GET", "/login/oauth2/code/entra"),
            quiet(VIEWER, "POST", "/sign-out"),
            quiet(VIEWER, "POST", "/theme"),
            quiet(VIEWER, "GET", "/help"),
            logged(VIEWER, "GET", "/", VIEW, "Home"),
            logged(VIEWER, "GET", "/customers", VIEW, "Customers"),
            logged(CONTRIBUTOR, "GET", "/customers.csv", EXPORT, "Customers"),
            logged(VIEWER, "GET", "/customers/{key}", VIEW, "Customer"),
            logged(VIEWER, "GET", "/segments", VIEW, "Segments"),
            logged(CONTRIBUTOR, "POST", "/segments", CHANGE, "Segment"),
            logged(CONTRIBUTOR, "GET", "/segments/new", VIEW, "Segment builder"),
            logged(CONTRIBUTOR, "GET", "/segments/preview", VIEW, "Segment preview"),
            logged(VIEWER, "GET", "/segments/{id}", VIEW, "Segment"),
            logged(CONTRIBUTOR, "GET", "/segments/{id}/members.{format}", EXPORT, "Segment"),
            logged(CONTRIBUTOR, "GET", "/segments/{id}/changes.{format}", EXPORT, "Changes of a segment"),
            logged(CONTRIBUTOR, "GET", "/segments/{id}/edit", VIEW, "Segment builder"),
            logged(CONTRIBUTOR, "POST", "/segments/{id}", CHANGE, "Segment"),
            logged(CONTRIBUTOR, "GET", "/segments/{id}/delete", VIEW, "Delete segment"),
            logged(CONTRIBUTOR, "POST", "/segments/{id}/delete", DELETE, "Segment"),
            logged(VIEWER, "GET", "/digests", VIEW, "What changed"),
            logged(VIEWER, "GET", "/digests/{run}", VIEW, "What changed"),
            // One's own address, and nobody else's.
            logged(VIEWER, "POST", "/digests/readers", CHANGE, "Digests by mail"),
            // Groups of people only, none of them small.
            logged(VIEWER, "GET", "/contact-activity", VIEW, "Contact activity"),
            logged(VIEWER, "GET", "/collaboration", VIEW, "Collaboration"),
            // Rows are shown as they are to administrators alone.
            logged(CONTRIBUTOR, "GET", "/datasets", VIEW, "Datasets"),
            logged(CONTRIBUTOR, "GET", "/datasets/{name}", VIEW, "Dataset"),
            // Who is no administrator extracts no column that says who somebody is, and sees no extraction that has
            // one.
            logged(CONTRIBUTOR, "GET", "/datasets/{name}/extract", VIEW, "Extraction form"),
            logged(CONTRIBUTOR, "POST", "/datasets/{name}/extract", EXPORT, "Extraction: asked for"),
            logged(CONTRIBUTOR, "POST", "/datasets/{name}/approval", CHANGE, "Approval: asked for"),
            // Who is no administrator sees their own.
            logged(CONTRIBUTOR, "GET", "/approvals", VIEW, "Approvals"),
            logged(CONTRIBUTOR, "GET", "/approvals/{id}", VIEW, "Approval"),
            logged(ADMINISTRATOR, "POST", "/approvals/{id}/approve", CHANGE, "Approval: given"),
            logged(ADMINISTRATOR, "POST", "/approvals/{id}/deny", CHANGE, "Approval: denied"),
            logged(ADMINISTRATOR, "POST", "/approvals/{id}/revoke", CHANGE, "Approval: revoked"),
            logged(CONTRIBUTOR, "GET", "/extractions/{id}", VIEW, "Extraction"),
            quiet(CONTRIBUTOR, "GET", "/extractions/{id}/progress"),
            logged(CONTRIBUTOR, "POST", "/extractions/{id}/cancel", CHANGE, "Extraction: canceled"),
            logged(CONTRIBUTOR, "GET", "/extractions/{id}/files.zip", EXPORT, "Extraction: all files"),
            logged(CONTRIBUTOR, "GET", "/extractions/{id}/files/{region}/{file}", EXPORT, "Extraction: file"),
            logged(ADMINISTRATOR, "GET", "/extractions/{id}/left-out.csv", EXPORT, "Extraction: who was left out"),
            logged(CONTRIBUTOR, "GET", "/extractions/{id}/delete", VIEW, "Delete extraction"),
            logged(CONTRIBUTOR, "POST", "/extractions/{id}/delete", DELETE, "Extraction"),
            logged(VIEWER, "GET", "/enrichment", VIEW, "Enrichments"),
            logged(VIEWER, "GET", "/enrichment/{output}", VIEW, "Enrichment"),
            logged(ADMINISTRATOR, "GET", "/enrichment/{output}/coverage", VIEW, "Coverage"),
            quiet(VIEWER, "GET", "/enrichment/{output}/progress"),
            logged(CONTRIBUTOR, "GET", "/enrichment/{output}/table/{format}", EXPORT, "Output table"),
            logged(CONTRIBUTOR, "GET", "/enrichment/{output}/score/{format}", EXPORT, "Score of an output table"),
            // One has addresses of people; both are for administrators wherever they are.
            logged(ADMINISTRATOR, "GET", "/enrichment/{output}/people/{format}", EXPORT, "Selected people"),
            logged(ADMINISTRATOR, "GET", "/enrichment/{output}/coverage/{format}", EXPORT, "Coverage"),
            logged(ADMINISTRATOR, "GET", "/enrichment/{output}/export", VIEW, "Scheduled export"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/export", CHANGE, "Scheduled export: set"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/export/now", EXPORT, "Scheduled export: now"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/export/stop", CHANGE, "Scheduled export: stopped"),
            logged(CONTRIBUTOR, "POST", "/enrichment/{output}/run", CHANGE, "Enrichment: run"),
            logged(CONTRIBUTOR, "POST", "/enrichment/{output}/cancel", CHANGE, "Enrichment: run canceled"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/activate", CHANGE, "Enrichment: activated"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/deactivate", CHANGE, "Enrichment: deactivated"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/primary", CHANGE, "Enrichment: shown first"),
            logged(ADMINISTRATOR, "GET", "/enrichment/{output}/delete", VIEW, "Delete enrichment"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/delete", DELETE, "Enrichment"),
            logged(ADMINISTRATOR, "GET", "/enrichment/{output}/consent", VIEW, "Consent to enrichment"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/consent/agree", CHANGE, "Consent: agreed"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/consent/decline", CHANGE, "Consent: declined"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/consent/withdraw", CHANGE, "Consent: withdrawn"),
            logged(ADMINISTRATOR, "POST", "/enrichment/{output}/consent/ask", CHANGE, "Consent: asked again"),
            logged(ADMINISTRATOR, "POST", "/enrich", CHANGE, "Enrichment wizard"),
            logged(ADMINISTRATOR, "POST", "/enrich/{draft}/discard", DELETE, "Enrichment draft"),
            logged(ADMINISTRATOR, "GET", "/enrich/{draft}/{step}", VIEW, "Enrichment wizard"),
            logged(ADMINISTRATOR, "POST", "/enrich/{draft}/{step}", CHANGE, "Enrichment wizard"),
            logged(CONTRIBUTOR, "GET", "/profiles", VIEW, "Profiles"),
            logged(ADMINISTRATOR, "GET", "/profiles/new", VIEW, "Bring profiles"),
            logged(ADMINISTRATOR, "POST", UploadGate.PATH, CHANGE, "Files of profiles"),
            // Both show addresses of contacts.
            logged(ADMINISTRATOR, "GET", "/profiles/uploads/{id}", VIEW, "Contacts of an upload"),
            logged(ADMINISTRATOR, "POST", "/profiles/uploads/{id}", CHANGE, "Profiles"),
            logged(ADMINISTRATOR, "GET", "/profiles/add-contact/{output}", VIEW, "Add a contact"),
            logged(ADMINISTRATOR, "POST", "/profiles/add-contact/{output}", CHANGE, "Contacts added by hand"),
            logged(CONTRIBUTOR, "GET", "/profiles/sets/{id}", VIEW, "Profiles"),
            logged(ADMINISTRATOR, "POST", "/profiles/sets/{id}/added", CHANGE, "Contacts added by hand"),
            logged(ADMINISTRATOR, "GET", "/profiles/sets/{id}/remove", VIEW, "Remove profiles"),
            logged(ADMINISTRATOR, "POST", "/profiles/sets/{id}/remove", DELETE, "Profiles"),
            logged(ADMINISTRATOR, "GET", "/connections", VIEW, "Connections"),
            logged(ADMINISTRATOR, "GET", "/connections/new/data-connect", VIEW, "Connect"),
            logged(ADMINISTRATOR, "POST", "/connections/new/data-connect", CHANGE, "Connect"),
            logged(ADMINISTRATOR, "GET", "/connections/new/{connector}", VIEW, "Connect"),
            logged(ADMINISTRATOR, "POST", "/connections/new/{connector}", CHANGE, "Connect"),
            logged(ADMINISTRATOR, "GET", "/connections/consent", CHANGE, "Consent"),
            logged(ADMINISTRATOR, "GET", "/connections/{name}", VIEW, "Connection"),
            logged(ADMINISTRATOR, "POST", "/connections/{name}/check", VIEW, "Permissions"),
            logged(ADMINISTRATOR, "POST", "/connections/{name}/sync", CHANGE, "Sync"),
            logged(ADMINISTRATOR, "GET", "/connections/{name}/disconnect", VIEW, "Disconnect"),
            logged(ADMINISTRATOR, "POST", "/connections/{name}/disconnect", DELETE, "Connection"),
            logged(ADMINISTRATOR, "GET", "/jobs/{id}", VIEW, "Job"),
            quiet(ADMINISTRATOR, "GET", "/jobs/{id}/pane"),
            quiet(ADMINISTRATOR, "GET", "/jobs/{id}/events"),
            logged(ADMINISTRATOR, "POST", "/jobs/{id}/cancel", CHANGE, "Job"),
            logged(ADMINISTRATOR, "GET", "/system/status", VIEW, "Status"),
            logged(ADMINISTRATOR, "POST", "/system/status/doctor", VIEW, "Doctor"),
            logged(ADMINISTRATOR, "GET", "/system/access-log", VIEW, "Access log"),
            logged(ADMINISTRATOR, "GET", "/system/access-log.csv", EXPORT, "Access log"),
            logged(ADMINISTRATOR, "GET", "/system/erasures", VIEW, "Erasures"),
            logged(ADMINISTRATOR, "POST", "/system/erasures", DELETE, "People"),
            logged(ADMINISTRATOR, "GET", "/system/erasures/{number}/certificate.{format}", EXPORT, "Certificate"),
            logged(ADMINISTRATOR, "GET", "/system/erasures/data/{number}/certificate.{format}", EXPORT, "Certificate"),
            logged(ADMINISTRATOR, "POST", "/system/erasures/data/{number}/resume", DELETE, "Connection"),
            logged(ADMINISTRATOR, "GET", "/system/settings", VIEW, "Settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/sign-in", CHANGE, "Sign-in settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/mail", CHANGE, "Mail server"),
            logged(ADMINISTRATOR, "POST", "/system/settings/enrichments", CHANGE, "Enrichment settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/insights", CHANGE, "Insight settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/retention", CHANGE, "Retention settings"),
            logged(ADMINISTRATOR, "GET", "/system/settings/digests", VIEW, "Digest settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/digests", CHANGE, "Digest settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/digests/webhook", CHANGE, "Webhook: set"),
            logged(ADMINISTRATOR, "POST", "/system/settings/digests/webhook/test", EXPORT, "Webhook: test"),
            logged(ADMINISTRATOR, "POST", "/system/settings/digests/webhook/stop", CHANGE, "Webhook: stopped"),
            logged(ADMINISTRATOR, "POST", "/system/settings/api", CHANGE, "API settings"),
            logged(ADMINISTRATOR, "POST", "/system/settings/api-keys", CHANGE, "API key: made"),
            logged(ADMINISTRATOR, "POST", "/system/settings/api-keys/{id}/revoke", CHANGE, "API key: revoked"));

    private Routes() {}
}
