using Hypermax.Tests;
using Hypermax.TestSupport;

namespace Hypermax.Dashboard.Tests.Databases;

/// <summary>A test that needs a browser and a PostgreSQL server.</summary>
public sealed class DatabasePageFactAttribute : FactAttribute
{
    public DatabasePageFactAttribute() => Skip = new BrowserFactAttribute().Skip ?? PostgresFactAttribute.SkipReason;
}
