using Hypermax.Dashboard;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Guiding;
using Hypermax.Dashboard.Live;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hypermax;

/// <summary>Adds what the pages over studies need to an application.</summary>
public static class DashboardServices
{
    /// <summary>Adds the services behind <see cref="DashboardEndpoints.MapHypermax"/>: what follows studies, accounts and sessions.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Says which folders to show, and to whom.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddHypermaxDashboard(this IServiceCollection services, Action<DashboardOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DashboardOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddOptions<DashboardOptions>().PostConfigure<IServiceProvider>((options, provider) =>
            options.CountFrom(provider.GetService<IHostEnvironment>()?.ContentRootPath ?? string.Empty));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DashboardOptions>>().Value);
        services.AddSingleton<Gate>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SearchRunner>();
        services.AddSingleton<StudyBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<StudyBoard>());
        services.AddAntiforgery();
        services.AddRouting();
        services.AddAuthentication().AddCookie(Gate.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Gate.Scheme).Configure<Sessions, DashboardOptions>((cookie, sessions, options) =>
        {
            cookie.SessionStore = sessions;
            cookie.ExpireTimeSpan = options.SessionIdle;
            cookie.SlidingExpiration = true;
            cookie.Cookie.Name = "hypermax-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.IsEssential = true;
        });
        return services;
    }
}
