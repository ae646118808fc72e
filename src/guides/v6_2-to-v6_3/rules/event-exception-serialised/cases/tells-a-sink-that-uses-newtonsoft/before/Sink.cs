using Duende.IdentityServer.Events;
using Duende.IdentityServer.Services;
using Newtonsoft.Json;

public class Sink : IEventSink
{
    public Task PersistAsync(Event evt)
    {
        Console.WriteLine(JsonConvert.SerializeObject(evt));
        return Task.CompletedTask;
    }
}
