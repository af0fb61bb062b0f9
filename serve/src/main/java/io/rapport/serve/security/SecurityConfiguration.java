package io.rapport.serve.security;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.server.ServerLog;
import io.rapport.serve.server.ServerPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Puts together who may come in, and how. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    /** Nothing inline, nothing of another host; pages may not be framed. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SignInPeople signInPeople(SignInProviders providers, SignInWitness witness) {
        return new SignInPeople(providers, witness);
    }

    @Bean
    TokenPeople tokenPeople(SignInProviders providers, SignInPeople people) {
        return new TokenPeople(providers, people);
    }

    @Bean
    SignInRate signInRate(ServerPlan plan) {
        return new SignInRate(plan.instants());
    }

    @Bean
    SignInEnd signInEnd(
            SignInPeople people,
            SignInWitness witness,
            SignInRate rate,
            AccessLog log,
            ServerLog events,
            ServerPlan plan) {
        return new SignInEnd(people, witness, rate, log, events, plan);
    }

    @Bean
    RefusedAccess refusedAccess(AccessLog log) {
        return new RefusedAccess(log);
    }

    /** Tokens of people are not kept: who they are is all that is asked. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new ForgottenClients();
    }

    @Bean
    SecurityFilterChain routes(
            HttpSecurity http,
            SignInPeople people,
            SignInRate rate,
            SignInEnd end,
            RefusedAccess refused,
            ServerPlan plan)
            throws Exception {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        http.authorizeHttpRequests(routes -> {
            PathPatternRequestMatcher.Builder patterns = PathPatternRequestMatcher.withDefaults();
            for (Route route : Routes.ALL) {
                var here =
                        routes.requestMatchers(patterns.matcher(HttpMethod.valueOf(route.method()), route.pattern()));
                route.findLeast().ifPresentOrElse(least -> here.hasAnyRole(rolesOf(least)), here::permitAll);
            }
            routes.anyRequest().denyAll();
        });
        http.requestCache(cache -> cache.requestCache(wanted));
        http.oauth2Login(login -> login.withObjectPostProcessor(new BeginningsEnd(end))
                .loginPage("/sign-in")
                .authorizationEndpoint(begin -> begin.authorizationRequestRepository(new FreshSignIns(plan.instants())))
                .userInfoEndpoint(user -> user.oidcUserService(people))
                .successHandler(end::succeeded)
                .failureHandler(end::failed));
        http.logout(logout -> logout.logoutUrl("/sign-out")
                .addLogoutHandler((request, response, who) -> {
                    if (who != null) {
                        end.left(request, who);
                    }
                })
                .logoutSuccessUrl("/sign-in?signed-out"));
        http.exceptionHandling(refusals -> refusals.accessDeniedHandler(refused).authenticationEntryPoint(refused));
        http.headers(headers -> headers(headers, plan));
        http.addFilterBefore(new SignInRateFilter(rate), SecurityContextHolderFilter.class);
        http.addFilterBefore(new UploadGate(refused), CsrfFilter.class);
        http.addFilterBefore(new SessionAgeFilter(plan.instants()), SecurityContextHolderFilter.class);
        return http.build();
    }

    /** What every answer says to browsers. */
    public static void headers(HeadersConfigurer<HttpSecurity> headers, ServerPlan plan) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .frameOptions(frames -> frames.deny())
                .httpStrictTransportSecurity(tls -> {
                    if (plan.isBehindTls()) {
                        tls.requestMatcher(request -> true)
                                .includeSubDomains(false)
                                .maxAgeInSeconds(31_536_000);
                    } else {
                        tls.disable();
                    }
                });
    }

    private static String[] rolesOf(Role least) {
        return java.util.Arrays.stream(Role.values())
                .filter(role -> role.mayActAs(least))
                .map(Role::name)
                .toArray(String[]::new);
    }

    /** A sign-in that can't even begin, because the provider does not answer, ends like any other. */
    private record BeginningsEnd(SignInEnd end)
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(end::failed);
            return filter;
        }
    }

    /** Remembers nothing. */
    private static final class ForgottenClients implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Spring Security declares it so.
        public <T extends OAuth2AuthorizedClient> @org.jspecify.annotations.Nullable T loadAuthorizedClient(
                String id,
                org.springframework.security.core.Authentication who,
                jakarta.servlet.http.HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                org.springframework.security.core.Authentication who,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {
            // Who somebody is was all that was asked.
        }

        @Override
        public void removeAuthorizedClient(
                String id,
                org.springframework.security.core.Authentication who,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {
            // There is none.
        }
    }
}
