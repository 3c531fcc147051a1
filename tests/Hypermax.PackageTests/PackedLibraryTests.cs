using System.IO.Compression;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>A library that is tuned, packed, and used by a program that never heard of Hypermax.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackedLibraryTests(PackageFeed feed)
{
    // Everything that loads or reflects over types of the library, as serializers, containers and loggers do.
    private const string Consumer = """
        using System.Reflection;
        using System.Text.Json;
        using Shop;

        Recipe tuned = Kitchen.Tuned.Cook;
        Console.WriteLine($"size {(tuned with { Shift = 0 }).Size}");
        Console.WriteLine(JsonSerializer.Serialize(tuned));
        Console.WriteLine($"{typeof(Recipe).Assembly.GetTypes().Length > 5}, all types load");
        Console.WriteLine($"version {typeof(Recipe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}");
        Type[] types = typeof(Recipe).Assembly.GetTypes();
        MemberInfo[] members = [.. types, .. types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public))];
        Console.WriteLine($"{members.Sum(member => member.GetCustomAttributes<ObsoleteAttribute>().Count())} obsolete");
        ParameterInfo[] parameters = typeof(Recipe).GetConstructors()[0].GetParameters();
        Console.WriteLine($"{parameters.Count(parameter => parameter.GetCustomAttribute<ObsoleteAttribute>() is null)} parameters");
        """;

    [Theory]
    [InlineData("<TargetFramework>net10.0</TargetFramework>", "lib/net10.0/")]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", "lib/net8.0/")]
    public void Pack_TunedLibrary_ConsumersGetNothingOfHypermax(string frameworks, string folder)
    {
        using Sandbox sandbox = new(feed, "packed-library");
        sandbox.WriteProject("Shop/Shop.csproj", $"{frameworks}<PackageId>Acme.Shop</PackageId>");
        sandbox.Write("Shop/Recipe.cs", Sources.Objective);
        sandbox.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>../packed</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Acme.Shop" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);
        sandbox.Write("App/Program.cs", Consumer);

        sandbox.Dotnet("build", "Shop", "-t:Hypertune", "-p:HypertuneTrials=4").Succeeded().Says("Cook: 4 trials");
        sandbox.Dotnet("pack", "Shop", "-o", "packed", "-c", "Debug").Succeeded();
        using (ZipArchive package = ZipFile.OpenRead(sandbox.PathOf("packed/Acme.Shop.1.0.0.nupkg")))
        {
            string[] files = [.. package.Entries.Select(entry => entry.FullName)];
            Assert.Contains(folder + "Shop.dll", files);
            Assert.All(
                files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal)), file => Assert.EndsWith("/Shop.dll", file, StringComparison.Ordinal));
            Assert.DoesNotContain("Hypermax", PackageFile.Read(package, "Acme.Shop.nuspec"), StringComparison.OrdinalIgnoreCase);
        }

        sandbox.Dotnet("run", "--project", "App")
            .Succeeded()
            .Says("size ")
            .Says("\"Shift\":")
            .Says("True, all types load")
            .Says("version 1.0.0")
            .Says("0 obsolete")
            .Says("4 parameters");
        Assert.Empty(Directory.GetFiles(sandbox.PathOf("App/bin"), "*Hypermax*", SearchOption.AllDirectories));
        Assert.DoesNotContain("\"Hypermax.", sandbox.Read("App/obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Pack_ReferenceThatSaysSo_StaysADependency()
    {
        using Sandbox sandbox = new(feed, "shared-library");
        sandbox.WriteProject(
            "Shop.csproj", "<TargetFramework>net10.0</TargetFramework>", $"""<PackageReference Include="Hypermax.Runtime" Version="{feed.Version}" />""");
        sandbox.Write("Recipe.cs", Sources.Objective);
        sandbox.Write("Search.cs", """
            namespace Shop;

            public static class Search
            {
                public static Hypermax.Study<Recipe> Begin() => Hypermax.Study.Create<Recipe>(new Hypermax.StudyOptions { Trials = 3 });
            }
            """);

        sandbox.Dotnet("pack", "-o", "packed").Succeeded();

        using ZipArchive package = ZipFile.OpenRead(sandbox.PathOf("packed/Shop.1.0.0.nupkg"));
        string nuspec = PackageFile.Read(package, "Shop.nuspec");
        Assert.Contains("<dependency id=\"Hypermax.Runtime\"", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Hypermax.MSBuild", nuspec, StringComparison.Ordinal);
    }
}
