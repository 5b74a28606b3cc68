package org.hejie.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * The web client: its files, and for every address a browser opens inside it the one page, which finds its way
 * by the address. What lies under {@code /api} never becomes a page.
 */
@Configuration(proxyBeanMethods = false)
class SinglePage implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final Duration FOREVER = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOREVER).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOrFile());
    }

    /** The file of that name, or the page where a browser asks for one. */
    private static final class PageOrFile extends PathResourceResolver {

        @Override
        protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
                List<? extends Resource> locations, ResourceResolverChain chain) {
            Resource file = super.resolveResourceInternal(request, path, locations, chain);
            boolean page = file == null && request != null && asksForPage(request) && !path.startsWith("api/");
            return page ? super.resolveResourceInternal(request, "index.html", locations, chain) : file;
        }

        private static boolean asksForPage(HttpServletRequest request) {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
        }
    }
}
