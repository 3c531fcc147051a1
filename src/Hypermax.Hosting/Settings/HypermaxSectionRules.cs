using Hypermax.Errors;
using Hypermax.Hosting.Searches;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Settings;

/// <summary>What must hold of the section of all searches.</summary>
/// <param name="searches">The searches that there are.</param>
/// <param name="configuration">The configuration of the application.</param>
internal sealed class HypermaxSectionRules(IEnumerable<SearchRegistration> searches, IConfiguration configuration) : IValidateOptions<HypermaxOptions>
{
    private static readonly string[] Keys = [nameof(HypermaxOptions.Folder), "Searches"];

    public ValidateOptionsResult Validate(string? name, HypermaxOptions options)
    {
        string[] known = [.. searches.Select(search => search.Name)];
        List<string> wrong =
        [
            .. configuration.GetSection($"{HypermaxOptions.Section}:Searches").GetChildren()
                .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => $"'{child.Path}' sets up a search that the application does not have. "
                    + (NearestName.Of(child.Key, known) is { } nearest ? $"Did you mean '{nearest}'?"
                        : known.Length > 0 ? $"There are {string.Join(", ", known)}."
                        : $"Add it by services.AddHypermaxSearch(\"{child.Key}\", …), or remove the section.")),
        ];
        wrong.AddRange(configuration.GetSection(HypermaxOptions.Section).GetChildren().Select(Unknown).OfType<string>());
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            wrong.Add(
                $"'{HypermaxOptions.Section}:{nameof(options.Folder)}' is the folder of all searches and must not be empty. Leave it out for 'hypermax'.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    // A section of another name may be the application's own, such as one of its dashboard; a value is meant for us.
    private static string? Unknown(IConfigurationSection child) =>
        Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase) ? null
        : NearestName.Of(child.Key, Keys) is { } nearest ? $"'{child.Path}' is no key of '{HypermaxOptions.Section}'. Did you mean '{nearest}'?"
        : child.Value is null ? null
        : $"'{child.Path}' is no key of '{HypermaxOptions.Section}', which has {string.Join(" and ", Keys)}; "
            + $"what is set of a search stands in '{HypermaxOptions.Section}:Searches:NAME'. Move it there, or remove it.";
}
