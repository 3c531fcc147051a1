using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Settings;

/// <summary>Refuses options whose section breaks a rule; the host does not start then.</summary>
/// <param name="search">The name of the search.</param>
internal sealed class SearchRules(string search) : IValidateOptions<HostedSearchOptions>
{
    public ValidateOptionsResult Validate(string? name, HostedSearchOptions options) =>
        name != search ? ValidateOptionsResult.Skip
        : options.Wrong.Count == 0 ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(options.Wrong);
}
