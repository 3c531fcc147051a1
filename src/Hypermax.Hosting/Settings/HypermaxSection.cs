using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Settings;

/// <summary>Reads what all searches have in common.</summary>
/// <param name="configuration">The configuration of the application.</param>
internal sealed class HypermaxSection(IConfiguration configuration) : IConfigureOptions<HypermaxOptions>
{
    public void Configure(HypermaxOptions options) =>
        options.Folder = configuration[$"{HypermaxOptions.Section}:{nameof(HypermaxOptions.Folder)}"] ?? options.Folder;
}
