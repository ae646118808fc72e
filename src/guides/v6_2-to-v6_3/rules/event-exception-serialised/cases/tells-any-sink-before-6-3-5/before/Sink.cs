using System.Text.Json;
using Duende.IdentityServer.Events;
using Duende.IdentityServer.Services;

public class Sink : IEventSink
{
    public Task PersistAsync(Event e)
    {
        Console.WriteLine(JsonSerializer.Serialize(e));
        Console.WriteLine(e.ToString());
        return Task.CompletedTask;
    }
}
