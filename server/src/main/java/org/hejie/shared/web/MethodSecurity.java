package org.hejie.shared.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/**
 * Makes {@code @PreAuthorize} on a handler count, for the modules below {@code org}, which cannot ask
 * its actors: {@code hasRole('SYSTEM_ADMIN')} names a role of {@code org}. Signing in therefore grants
 * the authority {@code ROLE_} and the name of the role of the active post.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class MethodSecurity {}
