using System.Diagnostics.CodeAnalysis;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Hosting.Parameters;
using Hypermax.Hosting.Searches;
using Hypermax.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting;

/// <summary>Adds searches, and parameters from configuration, to the services of an application.</summary>
public static class HypermaxServices
{
    /// <summary>Adds what all searches share; called by those that add one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes what the section <see cref="HypermaxOptions.Section"/> of the configuration says; null for nothing.</param>
    public static IServiceCollection AddHypermax(this IServiceCollection services, Action<HypermaxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HypermaxOptions>, HypermaxSection>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HypermaxOptions>, HypermaxSectionRules>());
        services.AddOptions<HypermaxOptions>().ValidateOnStart();
        return configure is null ? services : services.Configure(configure);
    }

    /// <summary>Adds a search that runs while the application does, over a type of the user's, in its process.</summary>
    /// <remarks>
    /// Its settings come from the section <c>Hypermax:Searches:NAME</c>, by the names of docs/guide/settings.md. It stops with the host, and goes
    /// on at the next start where it stood. <see cref="HostedSearch"/> says how it stands: a service with the name as its key.
    /// </remarks>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the study; a folder is called so.</param>
    /// <param name="objective">Evaluates one set of parameters; gets the services of a scope of the trial's own.</param>
    /// <param name="configure">Changes what the configuration says, and has the last word; null for nothing.</param>
    public static IServiceCollection AddHypermaxSearch<T>(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, T, TrialContext, Task<double>> objective,
        Action<HostedSearchOptions>? configure = null)
        where T : ISearchSpace<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        return services.AddHypermaxSearch(
            name,
            T.SearchSpace,
            (provider, options) =>
            {
                IServiceScopeFactory scopes = provider.GetRequiredService<IServiceScopeFactory>();
                return InProcessExecutor.Of(
                    T.SearchSpace,
                    async (parameters, trial) =>
                    {
                        AsyncServiceScope scope = scopes.CreateAsyncScope();
                        await using (scope.ConfigureAwait(false))
                        {
                            return await objective(scope.ServiceProvider, parameters, trial).ConfigureAwait(false);
                        }
                    },
                    new InProcessOptions { Limits = options.Limits });
            },
            configure);
    }

    /// <summary>Adds a search whose objective is a service: each trial gets one of a scope of its own.</summary>
    /// <remarks>Its settings come from the section <c>Hypermax:Searches:NAME</c>; it stops with the host, and goes on at the next start.</remarks>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <typeparam name="TObjective">What evaluates a set of parameters; added as a scoped service unless it is one already.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the study; a folder is called so.</param>
    /// <param name="configure">Changes what the configuration says, and has the last word; null for nothing.</param>
    public static IServiceCollection AddHypermaxSearch<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObjective>(
        this IServiceCollection services, string name, Action<HostedSearchOptions>? configure = null)
        where T : ISearchSpace<T>
        where TObjective : class, ISearchObjective<T>
    {
        services.TryAddScoped<TObjective>();
        return services.AddHypermaxSearch<T>(
            name, (scope, parameters, trial) => scope.GetRequiredService<TObjective>().EvaluateAsync(parameters, trial), configure);
    }

    /// <summary>Adds a search over any space whose trials run through any executor: worker processes, programs, other machines.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the study; a folder is called so.</param>
    /// <param name="space">The space.</param>
    /// <param name="executor">Makes what runs the trials, when the search begins; disposed of when it ends.</param>
    /// <param name="configure">Changes what the configuration says, and has the last word; null for nothing.</param>
    /// <exception cref="ArgumentException">There is a search of that name, or the name cannot be that of a folder.</exception>
    public static IServiceCollection AddHypermaxSearch(
        this IServiceCollection services,
        string name,
        SearchSpace space,
        Func<IServiceProvider, HostedSearchOptions, IExecutor> executor,
        Action<HostedSearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(executor);
        SearchNames.Check(services, name);
        services.AddHypermax();
        services.AddSingleton(new SearchRegistration(name, space));
        services.AddSingleton<IConfigureOptions<HostedSearchOptions>>(
            provider => new SearchSection(name, space, provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<HostedSearchOptions>>(new SearchRules(name));
        services.AddOptions<HostedSearchOptions>(name).ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        services.AddKeyedSingleton(name, (_, _) => new HostedSearch(name));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<HostedSearch>(name));
        return services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<SearchService>(
            provider, provider.GetRequiredKeyedService<HostedSearch>(name), space, (SearchExecutorFactory)(options => executor(provider, options))));
    }

    /// <summary>Binds a section of the configuration to a search-space type as <see cref="IOptions{TOptions}"/>, with the ranges of its attributes.</summary>
    /// <remarks>
    /// <para>The host refuses to start when a name is unknown, a value is missing, not of its kind or outside of its range, or a relation does not hold; the
    /// message says the key, the value, the rule and the remedy. What the section does not say is that of <paramref name="fallback"/>, or else the default
    /// of the parameter.</para>
    /// <para><see cref="IOptionsMonitor{TOptions}"/> follows changes of the configuration; one that breaks a rule is logged, and the last good value
    /// stays. No reflection: the space that the generator wrote says what there is.</para>
    /// </remarks>
    /// <typeparam name="T">A <c>[SearchSpace]</c> class or record.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="section">The path of the section, such as <c>Forest</c> or <c>Models:Forest</c>.</param>
    /// <param name="fallback">The value where the section says nothing, such as the tuned one; null for the defaults of the parameters.</param>
    /// <param name="name">The name of the options, where there are several sections for one type; by default that of <see cref="Options.DefaultName"/>.</param>
    public static IServiceCollection AddHypermaxParameters<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(
        this IServiceCollection services, string section, T? fallback = null, string? name = null)
        where T : class, ISearchSpace<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        name ??= Options.DefaultName;
        services.AddSingleton(provider => new ParameterSource<T>(name, provider.GetRequiredService<IConfiguration>().GetSection(section), fallback));
        services.TryAddSingleton<IOptionsFactory<T>, ParameterFactory<T>>();
        services.AddSingleton<IOptionsChangeTokenSource<T>>(provider => new SectionChanges<T>(
            name, provider.GetRequiredService<IConfiguration>().GetSection(section)));
        services.AddOptions<T>(name).ValidateOnStart();
        return services;
    }
}
