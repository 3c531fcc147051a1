using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests.TestRuns;

/// <summary>Writes a library and a project that tests it.</summary>
internal static class TestProjects
{
    /// <summary>Writes the library <c>Shop</c>, which is tuned by its build.</summary>
    public static void WriteLibrary(Sandbox sandbox)
    {
        sandbox.WriteProject("Shop/Shop.csproj", "<TargetFramework>net10.0</TargetFramework>");
        sandbox.Write("Shop/Kitchen.cs", TestSources.Library);
    }

    /// <summary>Writes the tests <c>Guards</c>, which have one package of ours.</summary>
    public static void WriteTests(Sandbox sandbox, PackageFeed feed, string package, string packages, string source, string properties = "")
    {
        sandbox.Write("Guards/Guards.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{feed.Version}" />
                {packages}
                <ProjectReference Include="../Shop/Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
        sandbox.Write("Guards/Tests.cs", source);
    }
}
