using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hypermax.Hosting.Tests;

/// <summary>A real host with a folder of its own, a configuration that may change, and what it logged.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly string _folder;
    private readonly bool _ownsFolder;

    public TestHost(Action<IServiceCollection> services, string json = "{}", string? folder = null)
    {
        _ownsFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("hypermax-host-").FullName;
        File.WriteAllText(SettingsFile, json);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder });
        builder.Configuration.AddJsonFile(SettingsFile, optional: false, reloadOnChange: false);
        builder.Logging.AddProvider(Log);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        services(builder.Services);
        Running = builder.Build();
    }

    public IHost Running { get; }

    public LogRecorder Log { get; } = new();

    public string Folder => _folder;

    private string SettingsFile => Path.Combine(_folder, "appsettings.json");

    public T Get<T>()
        where T : notnull => Running.Services.GetRequiredService<T>();

    public HostedSearch Search(string name = "line") => Running.Services.GetRequiredKeyedService<HostedSearch>(name);

    /// <summary>Writes the configuration anew and has it read.</summary>
    public void Change(string json)
    {
        File.WriteAllText(SettingsFile, json);
        ((IConfigurationRoot)Running.Services.GetRequiredService<IConfiguration>()).Reload();
    }

    public void Dispose()
    {
        Running.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
