using Microsoft.Extensions.DependencyInjection;

namespace Hypermax.Hosting.Searches;

/// <summary>What must hold of the names of searches.</summary>
internal static class SearchNames
{
    public static void Check(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (string.IsNullOrWhiteSpace(name) || name.Trim(' ', '.').Length == 0 || name.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The name of a search names its folder and its section of the configuration, so it needs a letter or a digit and no colon; it is '{name}'. "
                + "Choose for example \"forest\".",
                nameof(name));
        }

        if (services.Any(service => !service.IsKeyedService && service.ImplementationInstance is SearchRegistration known
            && string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException(
                $"There is a search '{name}' already; two would go on with each other's trials. Give each a name of its own.", nameof(name));
        }
    }
}
