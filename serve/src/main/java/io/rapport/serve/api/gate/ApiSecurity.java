package io.rapport.serve.api.gate;

import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.front.Operations;
import io.rapport.serve.api.key.ApiKeys;
import io.rapport.serve.security.SecurityConfiguration;
import io.rapport.serve.security.TokenPeople;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Puts together who may use the API, and how: by bearer tokens alone, so that no browser can be made to. */
@Configuration(proxyBeanMethods = false)
public class ApiSecurity {

    @Bean
    ApiKeys apiKeys(ServeState state, ServerPlan plan) {
        return new ApiKeys(state, plan.instants());
    }

    @Bean
    ApiSettings apiSettings(Settings settings) {
        return new ApiSettings(settings);
    }

    /** Before that of the pages. */
    @Bean
    @Order(1)
    SecurityFilterChain apiRoutes(
            HttpSecurity http,
            Operations operations,
            ApiKeys keys,
            TokenPeople tokens,
            ApiSettings settings,
            AccessLog log,
            ServerPlan plan)
            throws Exception {
        ApiRefusals refusals = new ApiRefusals();
        http.securityMatcher("/api/**");
        http.csrf(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.authorizeHttpRequests(routes -> routes.anyRequest().access(new ApiRoutes(operations::find, log)));
        http.exceptionHandling(
                handling -> handling.accessDeniedHandler(refusals).authenticationEntryPoint(refusals));
        http.headers(headers -> {
            SecurityConfiguration.headers(headers, plan);
            headers.cacheControl(cache -> cache.disable());
        });
        http.addFilterBefore(
                new BearerFilter(
                        new Callers(keys, tokens, plan.instants()), new RequestRate(plan.instants()), settings, log),
                AnonymousAuthenticationFilter.class);
        return http.build();
    }
}
