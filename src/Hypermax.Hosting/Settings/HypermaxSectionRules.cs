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
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            wrong.Add(
                $"'{HypermaxOptions.Section}:{nameof(options.Folder)}' is the folder of all searches and must not be empty. Leave it out for 'hypermax'.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
