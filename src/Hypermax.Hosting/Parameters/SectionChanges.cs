using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Hypermax.Hosting.Parameters;

/// <summary>Tells that a section of the configuration may have changed.</summary>
/// <typeparam name="T">The type that is bound to it.</typeparam>
/// <param name="name">The name of the options.</param>
/// <param name="section">The section.</param>
internal sealed class SectionChanges<T>(string name, IConfigurationSection section) : IOptionsChangeTokenSource<T>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();
}
